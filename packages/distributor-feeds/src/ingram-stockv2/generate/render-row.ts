import type { FeedDate, StockRecord } from "../../record"
import { FIELDS, type FieldName, QUANTITY_LENGTH, ROW_LENGTH, SLOT_COUNT } from "../layout"
import { DEFAULT_SLOTS, type StockV2Slot } from "../options"

/**
 * The row of 300 characters that reads as this record, without terminator. What StockV2 has no bytes for (title facts,
 * expected dates, committed copies) is left out; slots without a location get zeros.
 */
export function renderStockV2Row(record: StockRecord, slots: readonly StockV2Slot[] = DEFAULT_SLOTS): string {
  const row = Array<string>(ROW_LENGTH).fill(" ")
  const put = (offset: number, text: string) =>
    text.split("").forEach((letter, at) => (row[offset + at] = letter))
  const set = (name: FieldName, text: string) => put(FIELDS[name][0], fitted(name, text))
  const { identifiers, dates } = record
  set("gtin_indicator", "0")
  set("ean13", record.ean13)
  if (identifiers.upc) set("upc", `00${identifiers.upc}`)
  if (identifiers.isbn10) set("isbn10", identifiers.isbn10)
  for (let index = 0; index < SLOT_COUNT; index++) {
    const place = record.locations.find((location) => location.code === slots[index]!.code)
    put(FIELDS.on_hand[0] + index * QUANTITY_LENGTH, digits(place ? place.on_hand : 0, QUANTITY_LENGTH))
    put(FIELDS.on_order[0] + index * QUANTITY_LENGTH, digits(place ? place.on_order : 0, QUANTITY_LENGTH))
    if (place?.stocked) put(FIELDS.stock_flags[0] + index, "Y")
  }
  const cents = record.list_price && Number(record.list_price.amount.replace(".", ""))
  for (const name of ["list_price", "publisher_price", "repeated_price"] as const) set(name, digits(cents, 7))
  for (const name of ["discount", "repeated_discount"] as const)
    set(name, (record.discount ?? "").padStart(3))
  set("publisher_status", record.publisher_status?.code ?? "")
  set("publication_date", dates.publication ? compact(dates.publication) : "")
  set("on_sale_date", dates.on_sale ? compact(dates.on_sale) : "00010101")
  set("returnable", letter(record.returnable))
  set(
    "return_date",
    dates.last_return ? compact(dates.last_return) : record.returnable ? "99991231" : "00010101"
  )
  set("print_on_demand", letter(record.print_on_demand))
  set("backorder_only", letter(record.backorder_only))
  set("product_type", record.product_type ?? "")
  set("weight", digits(record.weight_pounds === null ? null : Math.round(record.weight_pounds * 100), 6))
  set("restricted", record.restricted ?? "")
  set("availability", record.availability?.code ?? "")
  set("title_number", identifiers.supplier_id ?? "")
  return row.join("")
}

function fitted(name: FieldName, text: string): string {
  const length = FIELDS[name][1]
  if (text.length > length)
    throw new RangeError(`${name} has room for ${length} characters: ${JSON.stringify(text)}`)
  return text.padEnd(length)
}

function digits(value: number | null, length: number): string {
  if (value === null) return " ".repeat(length)
  const text = String(value).padStart(length, "0")
  if (!/^\d+$/.test(text) || text.length > length)
    throw new RangeError(`${value} does not fit in ${length} digits.`)
  return text
}

function compact(date: FeedDate): string {
  return date.date.replaceAll("-", "").padEnd(8, "0")
}

function letter(value: boolean | null): string {
  return value === null ? "" : value ? "Y" : "N"
}
