import type { LocationStock, QuantityQualifier, RecordDates } from "../record"
import { BadProduct } from "./bad-product"
import { dateIn, onixDate } from "./dates"
import { all, type Element, first, textAt } from "./element"

type Note = (name: string, value: string) => void
type Expected = RecordDates["expected"]

/** Where a single Stock names no place. */
export const UNNAMED_LOCATION = "default"

/** The Stock composites of a supply detail, one location each. */
export function locationStocks(detail: Element | undefined, note: Note): LocationStock[] {
  const stocks = all(detail, "Stock")
  const locations = stocks.map((stock) => locationStock(stock, note))

  const codes = new Set(locations.map((location) => location.code))
  if (codes.size < locations.length) {
    throw new BadProduct(
      "location_not_told_apart",
      "Stock is repeated without naming another location each time."
    )
  }
  return locations
}

/** What is on its way: the details of orders, and the supplier's dates of arrival. */
export function expectedDeliveries(detail: Element | undefined): Expected {
  const ordered = all(detail, "Stock").flatMap((stock) =>
    all(stock, "OnOrderDetail").map((order) => ({
      date: expectedDate(order),
      quantity: quantity(order, "OnOrder"),
      location_code: locationCode(stock),
    }))
  )
  const announced = all(detail, "SupplyDate")
    .filter((each) => ["08", "34"].includes(textAt(each, "SupplyDateRole") ?? ""))
    .map((each) => ({ date: dateIn(each), quantity: null, location_code: null }))

  return [...ordered, ...announced].flatMap(({ date, ...rest }) => (date ? [{ date, ...rest }] : []))
}

function expectedDate(order: Element) {
  const element = first(order, "ExpectedDate")
  return element ? onixDate(element.text, element.attributes.dateformat) : null
}

function locationStock(stock: Element, note: Note): LocationStock {
  const details = all(stock, "OnOrderDetail").map((order) => quantity(order, "OnOrder"))
  const ofDetails = details.some((each) => each === null)
    ? null
    : details.reduce<number>((sum, n) => sum + n!, 0)
  const onOrder = quantity(stock, "OnOrder")
  if (onOrder !== null && ofDetails !== null && ofDetails > onOrder) {
    note("on_order_below_its_details", `${onOrder} < ${ofDetails}`)
  }
  return {
    code: locationCode(stock),
    ...onHand(stock, note),
    on_order: onOrder ?? (details.length > 0 ? ofDetails : null),
    committed: quantity(stock, "CBO"),
    stocked: null,
  }
}

function onHand(stock: Element, note: Note): Pick<LocationStock, "on_hand" | "on_hand_qualifier"> {
  const stated = quantity(stock, "OnHand", { negative: true })
  if (stated === null) {
    const bands = all(stock, "StockQuantityCoded").flatMap(
      (coded) => textAt(coded, "StockQuantityCode") ?? []
    )
    for (const band of bands) note("stock_quantity_code", band)
    return { on_hand: null, on_hand_qualifier: bands.length > 0 ? "band" : "exact" }
  }
  // More was ordered of the supplier than there is: nothing is free for a new order.
  const free = Math.max(0, stated)
  const proximity = proximityOf(stock, "OnHand")
  if (proximity === "01") return { on_hand: Math.max(0, free - 1), on_hand_qualifier: "at_most" }
  if (proximity === "07") return { on_hand: free + 1, on_hand_qualifier: "at_least" }
  return { on_hand: free, on_hand_qualifier: QUALIFIERS[proximity ?? "03"] ?? "about" }
}

/** List 215; "less than" and "more than" are turned into whole numbers above. */
const QUALIFIERS: Record<string, QuantityQualifier> = {
  "02": "at_most",
  "03": "exact",
  "04": "about",
  "05": "about",
  "06": "at_least",
}

/** Proximity belongs to the figure before it: on hand, reserved and on order may each have one. */
function proximityOf(stock: Element, figure: "OnHand" | "OnOrder"): string | null {
  const next = stock.children[stock.children.findIndex((child) => child.name === figure) + 1]
  return next?.name === "Proximity" ? next.text.trim() : null
}

function locationCode(stock: Element): string {
  return textAt(stock, "LocationIdentifier", "IDValue") ?? textAt(stock, "LocationName") ?? UNNAMED_LOCATION
}

function quantity(
  parent: Element,
  name: "OnHand" | "OnOrder" | "CBO",
  allowed?: { negative: true }
): number | null {
  const element = first(parent, name)
  if (!element) return null
  const text = element.text.trim()
  if (!/^[+-]?\d{1,9}$/.test(text) || (text.startsWith("-") && !allowed?.negative)) {
    throw new BadProduct("bad_quantity", `${name} "${text.slice(0, 40)}" is not a whole number.`)
  }
  return Number(text) + 0
}
