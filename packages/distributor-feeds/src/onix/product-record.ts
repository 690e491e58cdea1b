import type { FeedDate, Provenance, RecordDates, StockRecord } from "../record"
import { BadProduct } from "./bad-product"
import { dateIn } from "./dates"
import { all, type Element, first, textAt } from "./element"
import { discount, listPrice, type PriceChoice } from "./price"
import { productIdentity } from "./product-identity"
import { expectedDeliveries, locationStocks } from "./stock"
import { chooseSupply, type Supply } from "./supply"
import { restriction } from "./territory"
import { titleFacts } from "./title"

export type ProductContext = {
  provenance: Provenance
  price: PriceChoice
  supplier?: string
  market?: string
  note: (name: string, value: string) => void
}

/** List 1: updates that leave out what has not changed. */
const PARTIAL = new Set(["04", "12", "13", "14"])
const DELETED = "05"
const TEST = new Set(["88", "89"])

/** One Product as a record; throws BadProduct where it cannot be one. */
export function productRecord(product: Element, context: ProductContext): StockRecord {
  const notification = textAt(product, "NotificationType")
  if (notification && TEST.has(notification)) {
    throw new BadProduct("test_record", `NotificationType ${notification} is a test.`)
  }
  const identity = productIdentity(product, context.note)
  if (notification === DELETED) return { ...nothingSaid(context.provenance), ...identity, removed: true }

  const supply = chooseSupply(product, context)
  const publishing = first(product, "PublishingDetail")
  const availability = textAt(supply.detail, "ProductAvailability")
  const status = textAt(publishing, "PublishingStatus")

  return {
    ...identity,
    ...(notification && PARTIAL.has(notification) ? { partial: true as const } : {}),
    title: titleFacts(product),
    locations: locationStocks(supply.detail, context.note),
    availability: availability ? { scheme: "onix65", code: availability } : null,
    publisher_status: status ? { scheme: "onix64", code: status } : null,
    dates: dates(publishing, supply),
    print_on_demand: availability === "23" ? true : null,
    backorder_only: null,
    returnable: returnable(supply.detail),
    restricted: restriction(publishing, context.market),
    list_price: listPrice(supply.detail, { ...context.price, market: context.market }),
    discount: discount(supply.detail),
    product_type: textAt(product, "DescriptiveDetail", "ProductForm"),
    weight_pounds: weightPounds(first(product, "DescriptiveDetail")),
    provenance: context.provenance,
  }
}

function nothingSaid(provenance: Provenance): Omit<StockRecord, "ean13" | "identifiers"> {
  return {
    title: null,
    locations: [],
    availability: null,
    publisher_status: null,
    dates: { publication: null, on_sale: null, expected: [], last_return: null },
    print_on_demand: null,
    backorder_only: null,
    returnable: null,
    restricted: null,
    list_price: null,
    discount: null,
    product_type: null,
    weight_pounds: null,
    provenance,
  }
}

/** What is said of the supplier goes before what is said of its market, and that before the publisher's own. */
function dates(publishing: Element | undefined, { detail, market }: Supply): RecordDates {
  const published = (role: string) => dateOf(publishing, "PublishingDate", "PublishingDateRole", role)
  const inMarket = (role: string) => dateOf(market, "MarketDate", "MarketDateRole", role)
  const supplied = (role: string) => dateOf(detail, "SupplyDate", "SupplyDateRole", role)
  return {
    publication: inMarket("01") ?? published("01"),
    on_sale: supplied("02") ?? inMarket("02") ?? published("02"),
    expected: expectedDeliveries(detail),
    last_return: supplied("18"),
  }
}

function dateOf(
  parent: Element | undefined,
  composite: "PublishingDate" | "MarketDate" | "SupplyDate",
  roleName: "PublishingDateRole" | "MarketDateRole" | "SupplyDateRole",
  role: string
): FeedDate | null {
  const found = all(parent, composite).find((each) => textAt(each, roleName) === role)
  return found ? dateIn(found) : null
}

/** BISAC's indicator; "conditional" and other schemes are not said. */
function returnable(detail: Element | undefined): boolean | null {
  const conditions = all(detail, "ReturnsConditions").find((each) => textAt(each, "ReturnsCodeType") === "02")
  const code = textAt(conditions, "ReturnsCode")
  return code === "Y" || code === "S" ? true : code === "N" ? false : null
}

const POUNDS: Record<string, number> = { lb: 1, oz: 1 / 16, gr: 1 / 453.592_37, kg: 1 / 0.453_592_37 }

function weightPounds(detail: Element | undefined): number | null {
  const weight = all(detail, "Measure").find((each) => textAt(each, "MeasureType") === "08")
  const [figure, unit] = [textAt(weight, "Measurement"), textAt(weight, "MeasureUnitCode")]
  if (!figure || !/^\d{1,9}(\.\d+)?$/.test(figure) || !unit || !(unit in POUNDS)) return null
  return Math.round(Number(figure) * POUNDS[unit]! * 10_000) / 10_000
}
