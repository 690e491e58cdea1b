import { interleave } from "./interleave.js"
import { median } from "./medians.js"

/** Every call's milliseconds, of all rounds together. */
export type Times<Name extends string> = Record<Name, number[]>

/**
 * Contestants in turn, many short turns each, after one that does not count. A turn answers the times of its calls,
 * so that what it does between them (vacuum, make ready) is not part of the figure.
 */
export async function takeTurns<Name extends string>(
  contestants: Record<Name, () => Promise<number[]>>,
  rounds: number
): Promise<Times<Name>> {
  await interleave(contestants, 1)
  return takeTurnsAtOnce(contestants, rounds)
}

/** The same where everything is warm already. */
export async function takeTurnsAtOnce<Name extends string>(
  contestants: Record<Name, () => Promise<number[]>>,
  rounds: number
): Promise<Times<Name>> {
  const results = await interleave(contestants, rounds)
  return Object.fromEntries(
    (Object.entries(results) as [Name, number[][]][]).map(([name, times]) => [name, times.flat()])
  ) as Times<Name>
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** How many times longer the median call of `a` takes than that of `b`. */
export const ratio = (a: number[], b: number[]) => median(a) / median(b)

export const times = (value: number) => `${value.toFixed(2)}x`
