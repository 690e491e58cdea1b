import type { Availability, AvailabilityStatus } from "../rules/availability.js"
import { leadTime } from "../rules/lead-time.js"
import { type Moment, stillToCome } from "../rules/moments.js"
import { AVAILABILITY_TEXTS, type AvailabilityTexts } from "./availability-texts.js"
import { dayIn, fill, inLanguage, knownLocale, plural } from "./language.js"

export type LabelOptions = {
  /** Such as `de` or `en-US`; default, and for languages that there are no texts of: English. */
  locale?: string | null
  /** Dates up to now are not promised any more; default: the clock of the machine. */
  now?: Moment
  /** The shop's own texts, in place of some or all. */
  texts?: Partial<AvailabilityTexts>
  /** In which a moment becomes a date, such as `Europe/Berlin`; default: UTC. */
  time_zone?: string
}

/**
 * What a shopper is told of an availability, such as "Only 3 left" or "Preorder, releases 7 October 2027". It says what the
 * API said or less: no number, date or time that it did not give, and of what the cart would refuse, not that it can
 * be had.
 *
 * @param availability null or undefined = nothing is known yet, and nothing is claimed
 */
export function availabilityLabel(
  availability: Availability | null | undefined,
  options: LabelOptions = {}
): string {
  const say = speakerOf(options)
  if (!availability) return say("not_purchasable")
  const now = options.now ?? new Date()
  switch (availability.status) {
    case "out_of_stock":
    case "discontinued":
      return say(availability.status)
    case "incoming":
      return onDate("incoming", "incoming_on", availability.eta)
    case "preorder":
      return availability.purchasable
        ? onDate("preorder", "preorder_on", availability.available_on)
        : onDate("incoming", "incoming_on", availability.available_on)
  }
  if (!availability.purchasable) return say("not_purchasable")
  switch (availability.status) {
    case "in_stock":
      return say("in_stock")
    case "low_stock":
      return lowStock(availability, say)
    case "backorder":
      return stillToCome(availability.eta, now)
        ? onDate("backorder", "backorder_on", availability.eta)
        : backorder(availability, say)
    default:
      // A status that a later server adds.
      return say("not_purchasable")
  }

  function onDate(plain: DatedKey, dated: DatedKey, moment: string | null) {
    const date = stillToCome(moment, now)
    return date ? say(dated, (locale) => ({ date: dayIn(locale, date, options.time_zone) })) : say(plain)
  }
}

/** What a status is called by itself, as in a filter. */
export function statusName(status: AvailabilityStatus, options: Omit<LabelOptions, "now"> = {}): string {
  return speakerOf(options)(status === "low_stock" ? "low_stock_unknown" : status)
}

type DatedKey = "preorder" | "preorder_on" | "backorder" | "backorder_on" | "incoming" | "incoming_on"

/** Says a text, with values that are written as in the language the text is in. */
type Speaker = (
  key: keyof AvailabilityTexts,
  values?: (locale: string) => Record<string, string>,
  count?: number
) => string

/** A text of the shop is in the locale asked for, whichever language that is; one of ours may be in English instead. */
function speakerOf({ locale, texts = {} }: LabelOptions): Speaker {
  const ours = inLanguage(AVAILABILITY_TEXTS, locale)
  return (key, values, count = 1) => {
    const own = texts[key]
    const written = own === undefined ? ours.locale : knownLocale(locale)
    return fill(plural(own ?? ours.texts[key], count, written), values?.(written) ?? {})
  }
}

function lowStock({ quantity }: Availability, say: Speaker): string {
  if (typeof quantity !== "number" || !Number.isFinite(quantity) || quantity <= 0)
    return say("low_stock_unknown")
  return say(
    "low_stock",
    (locale) => ({ quantity: new Intl.NumberFormat(locale).format(quantity) }),
    quantity
  )
}

/** In weeks where both ends are whole weeks, else in days. */
function backorder(availability: Availability, say: Speaker): string {
  const days = leadTime(availability)
  if (!days) return say("backorder")
  const inWeeks = days.max > 0 && days.min % 7 === 0 && days.max % 7 === 0
  const unit = inWeeks ? 7 : 1
  const min = days.min / unit
  const max = Math.max(days.max / unit, 1)
  const time = say(
    inWeeks ? "weeks" : "days",
    (locale) => {
      const number = new Intl.NumberFormat(locale)
      return {
        count: min > 0 && min < max ? `${number.format(min)}-${number.format(max)}` : number.format(max),
      }
    },
    max
  )
  return say(min > 0 ? "backorder_in" : "backorder_within", () => ({ time }))
}
