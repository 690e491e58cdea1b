import type { FeedDate, StockRecord } from "../../record"
import { type ReferenceName, shortTag } from "../tags"

/** A tree in reference names; text, children, and attributes where there are any. */
export type Node = [name: ReferenceName, content: string | Node[], attributes?: Record<string, string>]
export type TagSet = "reference" | "short"

export function message(products: Node[], tags: TagSet, options: { head?: string; header?: Node[] } = {}) {
  const root = tags === "short" ? "ONIXmessage" : "ONIXMessage"
  const header: Node = ["Header", [["SentDateTime", "20261122T0830Z"], ...(options.header ?? [])]]
  return `${options.head ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<${root} release="3.0" xmlns="http://ns.editeur.org/onix/3.0/${tags}">
${[header, ...products].map((node) => render(node, tags)).join("\n")}
</${root}>`
}

export function render([name, content, attributes = {}]: Node, tags: TagSet): string {
  const tag = tags === "short" ? shortTag(name) : name
  const stated = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
  const inner =
    typeof content === "string" ? escape(content) : content.map((node) => render(node, tags)).join("")
  return `<${tag}${stated.join("")}>${inner}</${tag}>`
}

function escape(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}

/** A record as a publisher's system would write it. */
export function productOf(record: StockRecord): Node {
  const { title, dates, identifiers } = record
  const id = (type: string, value: string | null): Node[] =>
    value ? [["ProductIdentifier", [["ProductIDType", type], ["IDValue", value]]]] : [] // prettier-ignore
  return [
    "Product",
    [
      ["RecordReference", `com.example.${record.ean13}`],
      ["NotificationType", record.removed ? "05" : record.partial ? "04" : "03"],
      ...id("01", identifiers.supplier_id),
      ...id("03", record.ean13),
      ...id("15", record.ean13),
      ...id("02", identifiers.isbn10),
      ...id("14", identifiers.gtin14),
      ...id("04", identifiers.upc),
      ...(title ? descriptive(record) : []),
      ["PublishingDetail", publishing(record)],
      ["ProductSupply", [["SupplyDetail", supply(record, dates)]]],
    ],
  ]
}

const FORMS: Record<string, string> = { Hardback: "BB", Paperback: "BC", "Board book": "BH" }

function descriptive({ title, weight_pounds }: StockRecord): Node[] {
  if (!title) return []
  const element: Node[] = [["TitleElementLevel", "01"], ["TitleText", title.title]] // prettier-ignore
  if (title.subtitle) element.push(["Subtitle", title.subtitle])
  const detail: Node[] = [["ProductForm", FORMS[title.binding!]!]]
  if (weight_pounds !== null) {
    detail.push([
      "Measure",
      [
        ["MeasureType", "08"],
        ["Measurement", String(weight_pounds)],
        ["MeasureUnitCode", "lb"],
      ],
    ])
  }
  if (title.series) {
    const series: Node[] = [["TitleElementLevel", "02"], ["TitleText", title.series]] // prettier-ignore
    detail.push(["Collection", [["TitleDetail", [["TitleType", "01"], ["TitleElement", series]]]]]) // prettier-ignore
  }
  detail.push(["TitleDetail", [["TitleType", "01"], ["TitleElement", element]]]) // prettier-ignore
  // Written backwards: only the sequence numbers say who comes first.
  const contributors = title.contributors.map((name, index): Node => [
    "Contributor",
    [
      ["SequenceNumber", String(index + 1)],
      ["PersonName", name],
    ],
  ])
  detail.push(...contributors.reverse())
  const text: Node[] = title.description
    ? [["CollateralDetail", [["TextContent", [["TextType", "03"], ["Text", title.description]]]]]] // prettier-ignore
    : []
  return [["DescriptiveDetail", detail], ...text]
}

function publishing({ title, publisher_status, dates, restricted }: StockRecord): Node[] {
  return [
    ...(title?.publisher
      ? [named("Publisher", ["PublishingRole", "01"], ["PublisherName", title.publisher])]
      : []),
    ...(publisher_status ? [["PublishingStatus", publisher_status.code] as Node] : []),
    ...(dates.publication ? [dated("PublishingDate", "PublishingDateRole", "01", dates.publication)] : []),
    ...(dates.on_sale ? [dated("PublishingDate", "PublishingDateRole", "02", dates.on_sale)] : []),
    ...(restricted ? [named("SalesRestriction", ["SalesRestrictionType", restricted.split(" ")[1]!])] : []),
  ]
}

function supply(record: StockRecord, { last_return, expected }: StockRecord["dates"]): Node[] {
  const detail: Node[] = []
  if (record.returnable !== null) {
    const code = record.returnable ? "Y" : "N"
    detail.push(named("ReturnsConditions", ["ReturnsCodeType", "02"], ["ReturnsCode", code]))
  }
  if (record.availability) detail.push(["ProductAvailability", record.availability.code])
  if (last_return) detail.push(dated("SupplyDate", "SupplyDateRole", "18", last_return))
  for (const location of record.locations) {
    const stock: Node[] = [["LocationIdentifier", [["IDValue", location.code]]]]
    if (location.on_hand_qualifier === "band")
      stock.push(named("StockQuantityCoded", ["StockQuantityCode", "LOW"]))
    if (location.on_hand !== null) {
      stock.push(["OnHand", String(location.on_hand)])
      const proximity = { at_most: "02", about: "04", at_least: "06" }[location.on_hand_qualifier as string]
      if (proximity) stock.push(["Proximity", proximity])
    }
    if (location.on_order !== null) stock.push(["OnOrder", String(location.on_order)], ["Proximity", "06"])
    if (location.committed !== null) stock.push(["CBO", String(location.committed)])
    for (const { date, quantity } of expected.filter(
      ({ location_code }) => location_code === location.code
    )) {
      stock.push(["OnOrderDetail", [["OnOrder", String(quantity)], ["ExpectedDate", ...ofFormat(date)]]]) // prettier-ignore
    }
    detail.push(["Stock", stock])
  }
  if (record.list_price) {
    const { amount, currency } = record.list_price
    const price: Node[] = [["PriceType", "02"]]
    if (record.discount) price.push(["Discount", [["DiscountPercent", record.discount.replace("%", "")]]])
    detail.push(["Price", [...price, ["PriceAmount", amount], ["CurrencyCode", currency]]])
  }
  return detail
}

function named(name: ReferenceName, ...children: Node[]): Node {
  return [name, children]
}

function dated(name: ReferenceName, roleName: ReferenceName, role: string, date: FeedDate): Node {
  return [name, [[roleName, role], ["Date", ...ofFormat(date)]]] // prettier-ignore
}

function ofFormat({ date, precision }: FeedDate): [string, Record<string, string>] {
  const dateformat = { day: "00", month: "01", year: "05" }[precision]
  return [date.replaceAll("-", ""), { dateformat }]
}
