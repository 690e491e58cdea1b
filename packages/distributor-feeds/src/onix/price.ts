import type { Price } from "../record"
import { BadProduct } from "./bad-product"
import { dateIn, onixDate } from "./dates"
import { all, type Element, textAt } from "./element"
import { holdsIn } from "./territory"

/** What the message's header says for prices that do not say it, and which of a product's prices are wanted. */
export type PriceChoice = {
  default_currency: string | null
  default_type: string | null
  /** List 58, the first that a product has is taken. Never the supplier's net prices (05 to 09). */
  types: string[]
  currency?: string
  market?: string
  /** Prices for other days are left out; null: those with a date are. */
  day: string | null
}

/** The retail price: null where there is none, or several and nothing says which. */
export function listPrice(detail: Element | undefined, choice: PriceChoice): Price | null {
  const prices = all(detail, "Price")
    .filter((price) => textAt(price, "PriceAmount") !== null)
    .map((price) => ({ element: price, type: textAt(price, "PriceType") ?? choice.default_type ?? "" }))
    .filter(({ element, type }) => choice.types.includes(type) && isForConsumers(element))
    .filter(({ element }) => !choice.market || holdsIn(choice.market, element))
    .filter(({ element }) => holdsOn(choice.day, element))
    .map(({ element, type }) => ({ type, ...amount(element, choice.default_currency) }))
    .filter(({ currency }) => !choice.currency || currency === choice.currency)

  const type = choice.types.find((each) => prices.some((price) => price.type === each))
  const candidates = new Map(
    prices.filter((price) => price.type === type).map((price) => [`${price.amount} ${price.currency}`, price])
  )
  const [only] = candidates.values()
  return only && candidates.size === 1 ? { amount: only.amount, currency: only.currency } : null
}

/** Discount of the first price that states one: `40%`, or the supplier's code. */
export function discount(detail: Element | undefined): string | null {
  for (const price of all(detail, "Price")) {
    const percent = textAt(price, "Discount", "DiscountPercent")
    const stated = percent ? `${percent}%` : textAt(price, "DiscountCoded", "DiscountCode")
    if (stated) return stated
  }
  return null
}

function isForConsumers(price: Element): boolean {
  return ["00", "05", null].includes(textAt(price, "PriceQualifier"))
}

function amount(price: Element, defaultCurrency: string | null): Price {
  const text = textAt(price, "PriceAmount")!
  const currency = (textAt(price, "CurrencyCode") ?? defaultCurrency ?? "").toUpperCase()
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(text)) {
    throw new BadProduct("bad_price", `PriceAmount "${text.slice(0, 40)}" is not a decimal with a point.`)
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new BadProduct("bad_price", `The price ${text} has no currency: "${currency.slice(0, 40)}".`)
  }
  return { amount: text, currency }
}

function holdsOn(day: string | null, price: Element): boolean {
  return all(price, "PriceDate").every((date) => day !== null && isInForce(date, day))
}

/** PriceDate: 14 from, 15 until, 24 from and until. */
function isInForce(composite: Element, day: string): boolean {
  const role = textAt(composite, "PriceDateRole")
  if (role === "24") {
    const spread = textAt(composite, "Date") ?? ""
    const [from, until] = [spread.slice(0, 8), spread.slice(8)].map((each) => onixDate(each, "00")?.date)
    return !!from && !!until && from <= day && day <= until
  }
  const date = dateIn(composite)?.date
  if (!date) return false
  return role === "14" ? date <= day : role === "15" && date >= day.slice(0, date.length)
}
