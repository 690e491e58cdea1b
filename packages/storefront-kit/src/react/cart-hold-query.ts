import { queryOptions } from "@tanstack/react-query"
import type { TruestockApiError } from "../client/api-error.js"
import type { CartHold } from "../client/cart-hold.js"
import type { TruestockClient } from "../client/truestock-client.js"
import { TRUESTOCK_QUERIES } from "./available-products-query.js"

/** What is known of a cart's hold, and since when. */
export type KnownHold = {
  hold: CartHold | null
  /** The last hold, where it ended without this page having done it. */
  ended: CartHold | null
  /** Answer to what this page did, not to what it asked. */
  by_this_page: boolean
  /** `performance.now()` when it was asked, of the page whose `performance.timeOrigin` this is. */
  asked_at_ms: number
  page: number
}

/** A clock that nobody can set: the browser's own may be wrong, and may be put right in between. */
export const stopwatch = () => ({ asked_at_ms: performance.now(), page: performance.timeOrigin })

/**
 * Milliseconds until the hold expires by the database's clock, at the most: counted from when it was asked, not from when
 * the answer came, so that no shopper is promised the time that the answer took.
 */
export function millisecondsLeft({ hold, asked_at_ms }: KnownHold, now_ms: number): number {
  return hold ? Date.parse(hold.expires_at) - Date.parse(hold.now) - (now_ms - asked_at_ms) : 0
}

/** A hold that is not there any more has ended; what was known before says which. */
export function afterBefore(before: KnownHold | undefined, after: KnownHold): KnownHold {
  if (after.hold || after.by_this_page) return { ...after, ended: null }
  return { ...after, ended: before?.hold ?? before?.ended ?? null }
}

/** A cart's hold for react-query, as `useCartHold` asks it. */
export function cartHoldQuery(client: TruestockClient, cart_id: string) {
  return queryOptions<KnownHold, TruestockApiError>({
    queryKey: [...TRUESTOCK_QUERIES, "cart-hold", client.shop, cart_id],
    queryFn: async ({ signal }) => {
      const asked = stopwatch()
      const { hold } = await client.getCartHold(cart_id, { signal })
      return { hold, ended: null, by_this_page: false, ...asked }
    },
    structuralSharing: (before, after) => afterBefore(before as KnownHold | undefined, after as KnownHold),
  })
}
