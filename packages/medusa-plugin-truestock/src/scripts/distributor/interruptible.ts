/**
 * Does some work that Ctrl-C (or SIGTERM) ends in order: the first one aborts the signal, and the work comes to a
 * consistent end; a second one ends the process on the spot, and what is under way is left to the next that comes by.
 */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130)
    process.stderr.write("\nStopping. Once more ends it on the spot.\n")
    stopping.abort(new Error("Stopped by a person."))
  }
  process.on("SIGINT", stop).on("SIGTERM", stop)
  try {
    return await work(stopping.signal)
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop)
  }
}
