import {
  type FeedDate,
  freeOnOrderOf,
  type LocationStock,
  onHandOf,
  saleTermsOf,
  type StockRecord,
} from "truestock-distributor-feeds"
import type { SourceOptions } from "../sources/source-options"
import type { Figures, SaleTerms } from "../titles/title"

type Source = Pick<
  SourceOptions,
  "allow_backorder" | "allow_preorder" | "buffer_units" | "enabled_locations" | "lead_time_days"
>

/**
 * What is there and on order at the places that count, summed; null where nobody said. A place that says it does not carry
 * the title has none. An open figure ("100 or more") is sold as its floor; a ceiling promises nothing.
 */
export function figuresOf(
  { locations }: Pick<StockRecord, "locations">,
  { enabled_locations }: Pick<Source, "enabled_locations">
): Figures {
  const counted = locations
    .filter(({ code }) => enabled_locations?.includes(code) ?? true)
    .map((location) => (isCeiling(location) ? { ...location, on_hand: null } : location))
  return {
    locations,
    on_hand: onHandOf({ locations: counted }),
    on_order: freeOnOrderOf({ locations: counted }),
  }
}

const isCeiling = ({ on_hand_qualifier }: LocationStock) =>
  on_hand_qualifier === "at_most" || on_hand_qualifier === "band"

/** What a distributor's record means for the sale. Pure: the same record at the same time has the same terms. */
export function termsOf(
  record: Omit<StockRecord, "locations" | "provenance">,
  { on_hand, on_order }: Pick<Figures, "on_hand" | "on_order">,
  source: Source,
  now: Date
): SaleTerms {
  const { term, restricted, final, reason } = saleTermsOf(record)
  const isForbidden = restricted || term === "no"
  const isOver = term === "discontinued" || record.removed === true
  const [release_date, strict_on_sale_date] = [record.dates.publication, record.dates.on_sale].map((date) =>
    stillAhead(date, now)
  ) as [string | null, string | null]
  const isAhead = release_date !== null || strict_on_sale_date !== null
  const isOnOrder = (on_order ?? 0) > 0
  const mayWait = isAhead
    ? source.allow_preorder
    : source.allow_backorder && isOnOrder && (term === "yes" || term === "backorder")
  const isKnown = on_hand !== null && term !== "unknown"
  return {
    sellable: isForbidden || isOver ? 0 : isKnown ? Math.max(0, on_hand - source.buffer_units) : null,
    takes_backorder: mayWait && !isForbidden && !isOver && !final,
    lead_time_days: source.lead_time_days,
    release_date,
    strict_on_sale_date,
    allow_preorder: source.allow_preorder,
    discontinued: isOver || final,
    not_for_sale: isForbidden ? reasonOf(record.restricted, reason) : null,
  }
}

const reasonOf = (restricted: string | null, reason: string | null) =>
  restricted !== null ? `restricted: ${restricted}` : (reason ?? "not for sale")

/** A day that is known and has not come, as an instant: from its beginning on. A month or a year is no promise. */
function stillAhead(date: FeedDate | null, now: Date): string | null {
  if (date?.precision !== "day") return null
  const instant = `${date.date}T00:00:00.000Z`
  return new Date(instant) > now ? instant : null
}
