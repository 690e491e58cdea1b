import { messageOf } from "../../../background/chore"

export type Failure = { product_id: string; error: string }

/**
 * Does some work for all of a list at once; if that fails for its halves, and so on down to the one that fails: it
 * keeps none of the others from being done.
 */
export async function forAsManyAsPossible<One>(
  all: One[],
  productOf: (one: One) => string,
  work: (some: One[]) => Promise<unknown>
): Promise<{ done: number; failed: Failure[] }> {
  if (all.length === 0) {
    return { done: 0, failed: [] }
  }
  try {
    await work(all)
    return { done: all.length, failed: [] }
  } catch (error) {
    if (all.length === 1) {
      return { done: 0, failed: [{ product_id: productOf(all[0]!), error: messageOf(error) }] }
    }
  }
  const middle = Math.ceil(all.length / 2)
  const first = await forAsManyAsPossible(all.slice(0, middle), productOf, work)
  const second = await forAsManyAsPossible(all.slice(middle), productOf, work)
  return { done: first.done + second.done, failed: [...first.failed, ...second.failed] }
}
