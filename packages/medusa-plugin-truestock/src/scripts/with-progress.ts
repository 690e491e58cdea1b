const EVERY_MS = 1_000

/**
 * Does some work, and says on stderr every second how far it is: in one line that changes on a terminal, else in a
 * line each.
 */
export async function withProgress<Result>(
  say: (seconds: number) => string,
  work: () => Promise<Result>
): Promise<Result> {
  const write = (text: string) =>
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : text && `${text}\n`)
  let seconds = 0
  const timer = setInterval(() => write(say(++seconds)), EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    if (seconds > 0) write("")
  }
}
