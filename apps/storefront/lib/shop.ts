import "server-only"
import Medusa from "@medusajs/js-sdk"
import { createTruestockClient, isTruestockApiError, type TruestockClient } from "truestock-storefront-kit"
import { settings } from "./settings"

let opened: TruestockClient | undefined

/** The shop as this server asks it. It knows no shopper: who is signed in is said with each request. */
export function shop(): TruestockClient {
  opened ??= createTruestockClient(
    new Medusa({
      baseUrl: settings.shopUrl(),
      publishableKey: settings.publishableKey(),
      auth: { type: "jwt", jwtTokenStorageMethod: "nostore" },
    }),
    { timeout_ms: settings.timeoutMs() }
  )
  return opened
}

/** For what must be true now: a cart, an order, a login. */
export const FRESH = { cache: "no-store" } as const

/**
 * For what may be remembered until the shop says that a status changed (api/revalidate). The seconds are for what is not
 * said, such as that of three copies two are left, or a message that was lost.
 */
export const kept = (...tags: string[]) => ({ next: { tags, revalidate: 15 } })

/** Whether nobody answered, or not with sense: then the page says so, whatever it was about. */
export const isShopSilent = (error: unknown): boolean =>
  isTruestockApiError(error) && (error.status === null || error.status >= 500)

/** The answer, or null where the shop says that there is no such thing. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isTruestockApiError(error) && error.status === 404) return null
    throw error
  })
}
