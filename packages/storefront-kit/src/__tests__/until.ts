const LIMIT_MS = 4_000

/** Waits for what must come to pass. Ends with an error before the test's own limit, which would let it go on waiting. */
export async function until(condition: () => boolean, wait = () => passing()): Promise<void> {
  const deadline = Date.now() + LIMIT_MS
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${LIMIT_MS} ms: ${condition}`)
    await wait()
  }
}

export const passing = (ms = 5) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
