import type { FeedDate, Price } from "../record"
import { PageProblem } from "./page-problem"

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/** `$18.99 (Discount: REG)`, `$1,250.00 (40%)`; a price in any other form is a PageProblem. */
export function retailPrice(text: string | undefined): { price: Price | null; discount: string | null } {
  if (!text) return { price: null, discount: null }
  const parts = /^(?:US\s*)?\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{2})(?![\d.,])/i.exec(text)
  if (!parts) throw new PageProblem("bad_price", `The price "${text.slice(0, 40)}" is not one in dollars.`)
  const discount = /\(\s*(?:Discount:\s*)?([A-Z]{2,5}|\d{1,3}\s*%)\s*\)/i.exec(text)?.[1]
  return {
    price: { amount: parts[1]!.replaceAll(",", "") + parts[2]!, currency: "USD" },
    discount: discount?.replace(/\s/g, "").toUpperCase() ?? null,
  }
}

/** Dates as a page for Americans may write them; null for any other. */
export function pageDate(text: string): FeedDate | null {
  const value = text.trim()
  const numeric = /^(?:(\d{1,2})\/)?(?:(\d{1,2})\/)?(\d{4})$/.exec(value)
  if (numeric) return exact(numeric[3]!, numeric[1], numeric[2])
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value)
  if (iso) return exact(iso[1]!, iso[2], iso[3])
  const named = /^([a-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/i.exec(value)
  const month = named ? MONTHS.indexOf(named[1]!.slice(0, 3).toLowerCase()) + 1 : 0
  return named && month > 0 ? exact(named[3]!, String(month), named[2]) : null
}

function exact(year: string, month?: string, day?: string): FeedDate | null {
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"))
  const date = parts.join("-")
  const parsed = new Date(`${[...parts, "01", "01"].slice(0, 3).join("-")}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) return null
  return { date, precision: (["year", "month", "day"] as const)[parts.length - 1]! }
}

/** What sentences on the page say of the sale, by key words. Only short ones that speak of the title itself count. */
export function saleSentences(sentences: string[]): {
  restricted: string | null
  returnable: boolean | null
} {
  const about = sentences.filter((each) => each.length <= 300)
  const ofTitle = about.filter((each) => /\b(title|item|product|book)\b/i.test(each))
  const restricted = ofTitle.find(
    (each) => /\brestricted\b/i.test(each) || /\b(not|cannot)\b.*\b(u\.?s\.?a?\b|united states)/i.test(each)
  )
  const notReturnable = about.some((each) => /\b(not|non)[\s-]?returnable\b/i.test(each))
  return { restricted: restricted?.slice(0, 200) ?? null, returnable: notReturnable ? false : null }
}
