import type { FeedDate, Price } from "../record"
import { RowProblem } from "../row-problem"

/** Digits alone are a number; blanks alone are "not said"; anything else is damage, never zero. */
export function countOf(text: string, name: string): number | null {
  if (text === "0000000") return 0 // most quantities are
  return digitsOf(text, name) === null ? null : Number(text)
}

export function digitsOf(text: string, name: string): string | null {
  if (/^\d+$/.test(text)) return text
  if (/^ +$/.test(text)) return null
  throw new RowProblem("bad_number", `${name} is ${JSON.stringify(text)}, not digits.`)
}

/** Two implied decimals. A price of nothing is a price nobody has said. */
export function priceOf(text: string, name: string): Price | null {
  const cents = countOf(text, name)
  return cents ? { amount: hundredths(cents), currency: "USD" } : null
}

/** Two implied decimals; a weight of nothing is not said. */
export function poundsOf(text: string, name: string): number | null {
  const pounds = countOf(text, name)
  return pounds ? pounds / 100 : null
}

export function hundredths(cents: number): string {
  const text = String(cents).padStart(3, "0")
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}

/** Dates that stand for none. */
const NO_DATE = new Set(["        ", "00000000", "00010101"])

/** YYYYMMDD, where 00 for month or day says that it is not certain. */
export function dateOf(text: string, name: string): FeedDate | null {
  if (NO_DATE.has(text)) return null
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (!year || !month || !day || year === "0000") throw badDate(text, name)
  if (month === "00") return { date: year, precision: "year" }
  if (Number(month) > 12) throw badDate(text, name)
  if (day === "00") return { date: `${year}-${month}`, precision: "month" }
  if (Number(day) > daysIn(Number(year), Number(month))) throw badDate(text, name)
  return { date: `${year}-${month}-${day}`, precision: "day" }
}

/** `99991231` says "none set" in a date up to which something holds, or of which nobody knows when. */
export function openEndedDateOf(text: string, name: string): FeedDate | null {
  return text === "99991231" ? null : dateOf(text, name)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function badDate(text: string, name: string): RowProblem {
  return new RowProblem("bad_date", `${name} is ${JSON.stringify(text)}, not a date.`)
}
