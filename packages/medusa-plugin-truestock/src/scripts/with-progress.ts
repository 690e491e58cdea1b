const EVERY_MS = 1_000

/** Does some work, and says on stderr every second how far it is. */
export async function withProgress<Result>(
  say: (seconds: number) => string,
  work: () => Promise<Result>
): Promise<Result> {
  let seconds = 0
  const timer = setInterval(() => process.stderr.write(`${say(++seconds)}\n`), EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
