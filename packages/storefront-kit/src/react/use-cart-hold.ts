"use client"

import { isServer, type QueryKey, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { TruestockApiError } from "../client/api-error.js"
import type { CartHold } from "../client/cart-hold.js"
import type { TruestockClient } from "../client/truestock-client.js"
import { cartHoldQuery, type KnownHold, stopwatch } from "./cart-hold-query.js"
import { useTruestock } from "./truestock-provider.js"
import { useRetry } from "./use-retry.js"
import { useSecondsLeft } from "./use-seconds-left.js"

/** A cart's hold as a component sees it. */
export type CartHoldResult = {
  /**
   * `expired`: there was a hold, and it ended without this page releasing it; mostly its time ran out, but the cart may also
   * have been completed or released in another tab. `loading` also where there is no cart, or it could not be read (`error`).
   */
  state: "loading" | "none" | "held" | "expired"
  /** What is held; in `expired`, what was. */
  hold: CartHold | null
  /** Whole seconds until it expires by the database's clock, never more than there are; 0 unless `held`. */
  secondsLeft: number
  isHeld: boolean
  isExpired: boolean
  /** A hold is being taken, extended or released. */
  isPending: boolean
  /** Why the last of these was refused, or why the hold cannot be read. */
  error: TruestockApiError | null
  /** Holds what the cart needs. False where that was refused: `error` says why. Does not throw. */
  place: () => Promise<boolean>
  /** Follows the cart's lines, and begins the time anew. The same request as `place`. */
  extend: () => Promise<boolean>
  release: () => Promise<boolean>
  refetch: () => Promise<unknown>
}

type Settings = { enabled?: boolean; refetchInterval?: number | false }

/**
 * A cart's hold with its countdown, which starts from the database's clock in the answer and is counted by one that
 * nobody can set; the browser's time of day does not matter. It is read again when the tab is looked at, since some browsers
 * stop that clock while a machine sleeps, and once when the time is over.
 *
 * @param cart_id null or undefined = none yet, and nothing is asked
 */
export function useCartHold(cart_id: string | null | undefined, settings: Settings = {}): CartHoldResult {
  const client = useTruestock()
  const retry = useRetry()
  const question = cartHoldQuery(client, cart_id ?? "")
  const query = useQuery({
    retry,
    refetchOnWindowFocus: "always",
    refetchOnMount: "always",
    refetchInterval: settings.refetchInterval,
    ...question,
    enabled: Boolean(cart_id) && (settings.enabled ?? true),
  })
  const change = useChange(client, question.queryKey)

  // What a server has counted, or the page before, was counted by another clock.
  const isOurs = !isServer && query.data?.page === performance.timeOrigin
  const known = isOurs ? query.data : undefined
  const secondsLeft = useSecondsLeft(known)
  useOnceItIsOver(known, secondsLeft, query.refetch)

  const state = !known ? "loading" : secondsLeft > 0 ? "held" : known.hold || known.ended ? "expired" : "none"
  const act = async (what: Change["what"]) => {
    if (!cart_id) return false
    return change.mutateAsync({ cart_id, what }).then(
      () => true,
      () => false
    )
  }
  const isOfThisCart = change.variables?.cart_id === cart_id
  return {
    state,
    hold: known?.hold ?? known?.ended ?? null,
    secondsLeft,
    isHeld: state === "held",
    isExpired: state === "expired",
    isPending: isOfThisCart && change.isPending,
    error: (isOfThisCart ? change.error : null) ?? query.error,
    place: () => act("place"),
    extend: () => act("place"),
    release: () => act("release"),
    refetch: query.refetch,
  }
}

type Change = { cart_id: string; what: "place" | "release" }

/** What this page does to the hold, and what is known of it afterwards. */
function useChange(client: TruestockClient, queryKey: QueryKey) {
  const queries = useQueryClient()
  return useMutation<void, TruestockApiError, Change>({
    mutationFn: async ({ cart_id, what }) => {
      const asked = stopwatch()
      const { hold } =
        what === "place"
          ? await client.holdCart(cart_id)
          : await client.releaseCartHold(cart_id).then(() => ({ hold: null }))
      // An answer to a question from before must not come last.
      await queries.cancelQueries({ queryKey })
      queries.setQueryData<KnownHold>(queryKey, { hold, ended: null, by_this_page: true, ...asked })
    },
    // Offline is said, not waited for.
    networkMode: "always",
    onError: () => void queries.invalidateQueries({ queryKey }),
  })
}

/** Another tab may have extended it: asked once for each end. */
function useOnceItIsOver(known: KnownHold | undefined, secondsLeft: number, refetch: () => Promise<unknown>) {
  const over = known?.hold && secondsLeft === 0 ? known.hold.expires_at : null
  useEffect(() => {
    if (over) void refetch()
  }, [over, refetch])
}
