import { setTimeout as pause } from "node:timers/promises"

const TIMEOUT_MS = 5_000

/** Repeats an assertion until it holds; fails with its last error after five seconds. */
export async function eventually<Result>(assertion: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + TIMEOUT_MS
  for (;;) {
    try {
      return await assertion()
    } catch (error) {
      if (Date.now() > until) throw error
      await pause(25)
    }
  }
}
