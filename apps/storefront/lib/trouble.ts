import { isTruestockApiError } from "truestock-storefront-kit"

/** What an action could not do, in words for the shopper. */
export type Trouble = {
  message: string
  field?: string
  /** What stood in the form, which is emptied once its action is done. */
  entered?: Record<string, string>
} | null

/**
 * The shop's own words are for developers: shoppers are told what it means for them and what they can do. What is nobody's
 * fault but ours is thrown on.
 */
export function troubleOf(error: unknown, what: { title?: string } = {}): NonNullable<Trouble> {
  if (!isTruestockApiError(error)) throw error
  const it = what.title ? `“${what.title}”` : "this book"
  const { code, status, details, retry_after_seconds } = error
  if (code === "insufficient_inventory")
    return { message: notEnough(it, details.requested, details.available) }
  if (code === "not_purchasable") {
    return { message: `Sorry, ${it} has just become unavailable. You can be told when it is back.` }
  }
  if (code === "too_many_requests") {
    const when = retry_after_seconds ? `in ${retry_after_seconds} seconds` : "in a minute"
    return { message: `That was a little fast for us. Please try again ${when}.` }
  }
  if (status === null || status >= 500) {
    return { message: "The shop does not answer right now. Nothing was changed; please try again." }
  }
  return { message: "The shop could not do that. Please check what you entered, and try again." }
}

function notEnough(it: string, requested?: number, available?: number): string {
  if (!available) return `Sorry, somebody has just bought the last copy of ${it}.`
  const copies = available === 1 ? "one copy is" : `${available} copies are`
  return `Sorry, of ${it} only ${copies} left${requested ? `; you asked for ${requested}` : ""}.`
}
