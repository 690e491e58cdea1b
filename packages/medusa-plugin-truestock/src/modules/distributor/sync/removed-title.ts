import type { StockRecord } from "truestock-distributor-feeds"
import type { FoundTitle } from "../titles/sql/put-titles"
import type { KnownTitle } from "./sql/read-known"

/** The digest of a title that its supplier offers no more. */
export const REMOVED = "removed"

/** A title that is offered no more: nothing of it is there or comes, and what is known of the book stays. */
export function removedTitle({ record, terms }: KnownTitle, { ean13, provenance }: StockRecord): FoundTitle {
  return {
    ...{ ean13, record, locations: [], on_hand: 0, on_order: 0, digest: REMOVED, as_of: provenance.as_of },
    terms: { ...terms, sellable: 0, takes_backorder: false, discontinued: true },
  }
}
