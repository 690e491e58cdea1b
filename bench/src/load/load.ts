import { percentile } from "../frame/medians.js"

/** What one run of a load came to; times in milliseconds. */
export type Load = { per_second: number; p50: number; p95: number; count: number }

/** Far more than any run makes: a contestant that answers in no time must not fill the memory. */
const MOST_TIMES = 500_000

/**
 * `clients` callers, each with one call in flight, for so many seconds. A call that fails ends the run: a
 * contestant that answers errors quickly has not won.
 */
export async function load(
  call: (client: number) => Promise<unknown>,
  clients: number,
  seconds: number
): Promise<Load> {
  const times: number[] = []
  const began = performance.now()
  const deadline = began + seconds * 1000
  const client = async (_: unknown, number: number) => {
    while (performance.now() < deadline && times.length < MOST_TIMES) {
      const sent = performance.now()
      await call(number)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return {
    per_second: (times.length * 1000) / (performance.now() - began),
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    count: times.length,
  }
}
