import type { FeedDate } from "../record"
import { BadProduct } from "./bad-product"
import { type Element, first, textAt } from "./element"

type Period = { from: string; to: string }

/** Codes of list 55 in the Gregorian calendar, and the parts of which their values are made. */
const FORMATS: Record<string, string[]> = {
  "00": ["day"],
  "01": ["month"],
  "02": ["week"],
  "03": ["quarter"],
  "04": ["season"],
  "05": ["year"],
  "06": ["day", "day"],
  "07": ["month", "month"],
  "08": ["week", "week"],
  "09": ["quarter", "quarter"],
  "10": ["season", "season"],
  "11": ["year", "year"],
  "13": ["minute"],
  "14": ["second"],
}
const LENGTHS: Record<string, number> = { day: 8, month: 6, week: 6, quarter: 5, season: 5, year: 4 }

/** The date in a composite such as PublishingDate: its Date, in the format named by attribute or DateFormat. */
export function dateIn(composite: Element): FeedDate | null {
  const date = first(composite, "Date")
  return date ? onixDate(date.text, date.attributes.dateformat ?? textAt(composite, "DateFormat")) : null
}

/**
 * A date in a format of list 55: the day, month or year that holds the whole of it. Null where none does (a spread
 * over two years) and for free text and other calendars; a value that is not of its format is a BadProduct.
 */
export function onixDate(text: string, format?: string | null): FeedDate | null {
  const value = text.trim()
  const parts = FORMATS[format ?? inferredFormat(value)]
  if (!parts || /^0+$/.test(value)) return null

  const periods = parts.map((part, index) => {
    if (part === "minute" || part === "second") return withTime(value)
    const length = LENGTHS[part]!
    if (!/^\d+$/.test(value) || value.length !== length * parts.length) throw badDate(value)
    return period(part, value.slice(length * index, length * (index + 1)))
  })
  return containing(periods[0]!.from, periods.at(-1)!.to)
}

function inferredFormat(value: string): string {
  if (/^\d{8}T\d{4}/.test(value)) return "13"
  return { 8: "00", 6: "01", 4: "05" }[value.length] ?? "00"
}

function withTime(value: string): Period {
  const day = /^(\d{8})T\d{4}(\d{2})?(Z|[+-]\d{4})?$/.exec(value)?.[1]
  if (!day) throw badDate(value)
  return period("day", day)
}

function period(part: string, value: string): Period {
  const year = value.slice(0, 4)
  const rest = Number(value.slice(4))
  if (year === "0000") throw badDate(value)
  switch (part) {
    case "day":
      // Month and day 00 are not ONIX, but stand for "not known" in many files.
      if (value.endsWith("0000")) return period("year", year)
      if (value.endsWith("00")) return period("month", value.slice(0, 6))
      return sameDay(year, value.slice(4, 6), value.slice(6))
    case "month": {
      const month = value.slice(4)
      if (rest < 1 || rest > 12) throw badDate(value)
      const days = new Date(Date.UTC(Number(year), rest, 0)).getUTCDate()
      return { from: `${year}-${month}-01`, to: `${year}-${month}-${days}` }
    }
    case "week":
      return isoWeek(Number(year), rest)
    case "quarter":
      if (rest < 1 || rest > 4) throw badDate(value)
      return period("year", year)
    default:
      return { from: `${year}-01-01`, to: `${year}-12-31` }
  }
}

function sameDay(year: string, month: string, day: string): Period {
  const date = `${year}-${month}-${day}`
  const parsed = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) throw badDate(date)
  return { from: date, to: date }
}

function isoWeek(year: number, week: number): Period {
  if (week < 1 || week > 53) throw badDate(`week ${week} of ${year}`)
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7
  const day = (offset: number) => new Date(Date.UTC(year, 0, monday + offset)).toISOString().slice(0, 10)
  return { from: day(0), to: day(6) }
}

function containing(from: string, to: string): FeedDate | null {
  if (from > to) throw badDate(`${from} to ${to}`)
  if (from === to) return { date: from, precision: "day" }
  if (from.slice(0, 7) === to.slice(0, 7)) return { date: from.slice(0, 7), precision: "month" }
  if (from.slice(0, 4) === to.slice(0, 4)) return { date: from.slice(0, 4), precision: "year" }
  return null
}

function badDate(value: string): BadProduct {
  return new BadProduct("bad_date", `"${value.slice(0, 40)}" is not a date of its format.`)
}
