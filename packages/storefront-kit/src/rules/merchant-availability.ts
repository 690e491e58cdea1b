import type { Availability } from "./availability.js"
import { leadTime } from "./lead-time.js"
import { DAY_MS, type Moment, stillToCome } from "./moments.js"

/** Google takes no `availability_date` further ahead. */
const MOST_DAYS_AHEAD = 365

/** The four values of `availability` in a feed of Google Merchant Center. */
export type MerchantAvailabilityValue = "in_stock" | "out_of_stock" | "preorder" | "backorder"

/** What a feed, and what is marked up for search engines, may say of an offer. */
export type MerchantAvailability = {
  availability: MerchantAvailabilityValue
  /** With `preorder` and `backorder`, and only with them: UTC, such as `2027-10-07T00:00Z`. */
  availability_date?: string
  /** Whether the page that the offer leads to may sell it, so that both say the same. */
  purchasable: boolean
}

const OUT_OF_STOCK: MerchantAvailability = { availability: "out_of_stock", purchasable: false }

/**
 * An availability as Google Merchant Center wants it. What cannot be bought is out of stock. A preorder needs its
 * release date, a backorder a date too: its ETA, else today (UTC) and the longest lead time. Without a date, with one
 * that has passed, or with one more than 365 days ahead, the offer is out of stock, and the page must not sell it
 * either (`asOffered`).
 *
 * @param availability of the variant that is offered; null or undefined = nothing is known, and nothing is claimed
 * @param options.now default: the clock of the machine
 */
export function merchantAvailability(
  availability: Availability | null | undefined,
  { now = new Date() }: { now?: Moment } = {}
): MerchantAvailability {
  if (!availability?.purchasable) return { ...OUT_OF_STOCK }
  switch (availability.status) {
    case "in_stock":
    case "low_stock":
      return { availability: "in_stock", purchasable: true }
    case "preorder":
      return withDate("preorder", stillToCome(availability.available_on, now), now)
    case "backorder":
      return withDate(
        "backorder",
        stillToCome(availability.eta, now) ?? afterLeadTime(availability, now),
        now
      )
    default:
      return { ...OUT_OF_STOCK }
  }
}

/** Of the day, not of the minute: else a feed would be another one every minute. */
function afterLeadTime(availability: Availability, now: Moment): Date | null {
  const days = leadTime(availability)?.max
  // So many that they lead to no date would be none, either.
  if (days === undefined || days > MOST_DAYS_AHEAD) return null
  const today = new Date(now)
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days))
}

function withDate(value: "preorder" | "backorder", date: Date | null, now: Moment): MerchantAvailability {
  if (!date || date.getTime() > new Date(now).getTime() + MOST_DAYS_AHEAD * DAY_MS) return { ...OUT_OF_STOCK }
  return {
    availability: value,
    availability_date: `${date.toISOString().slice(0, "2027-10-07T00:00".length)}Z`,
    purchasable: true,
  }
}
