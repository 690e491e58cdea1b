import { type CodeTable, INGRAM_PUBLISHER_STATUS, ONIX_LIST_65 } from "../codes"
import { gtinCheckDigit, readEan13, toIsbn10 } from "../identifiers"
import type { FeedStatistics } from "../feed"
import type { CodedStatus, LocationStock, StockRecord } from "../record"
import { RowProblem } from "../row-problem"
import { note, sampleUnknown } from "../statistics"
import { FIELDS, fieldOf, quantityOf, UNKNOWN_BYTES } from "./layout"
import type { RowOptions } from "./options"
import { countOf, dateOf, digitsOf, openEndedDateOf, poundsOf, priceOf } from "./values"

/**
 * The record of one row of 300 characters. Throws RowProblem where a figure cannot be read. What is odd though not
 * wrong is counted in the statistics, bytes of unknown meaning are sampled there.
 */
export function parseStockV2Row(
  row: string,
  number: number,
  options: RowOptions,
  statistics: FeedStatistics
): StockRecord {
  if (!/^[\x20-\x7e]*$/.test(row))
    throw new RowProblem("bad_characters", "The row holds more than plain ASCII.")
  const ean13 = ean13Of(row)
  const returnDate = fieldOf(row, "return_date")
  const record: StockRecord = {
    ean13,
    identifiers: {
      isbn10: isbn10Of(row, ean13, statistics),
      upc: upcOf(row, statistics),
      gtin14: `0${ean13}`,
      supplier_id: titleNumberOf(row),
    },
    title: null,
    locations: locationsOf(row, options, statistics),
    availability: codeOf("onix65", digitsOf(fieldOf(row, "availability"), "Availability")),
    publisher_status: codeOf("ingram", textOf(row, "publisher_status")),
    dates: {
      publication: openEndedDateOf(fieldOf(row, "publication_date"), "Publication date"),
      on_sale: dateOf(fieldOf(row, "on_sale_date"), "On-sale date"),
      expected: [],
      last_return: openEndedDateOf(returnDate, "Return date"),
    },
    print_on_demand: flagOf(row, "print_on_demand", "Y", options, statistics),
    backorder_only: flagOf(row, "backorder_only", "Y12", options, statistics),
    returnable: flagOf(row, "returnable", "Y", options, statistics),
    restricted: textOf(row, "restricted"),
    list_price: priceOf(fieldOf(row, "list_price"), "List price"),
    discount: textOf(row, "discount"),
    product_type: textOf(row, "product_type"),
    weight_pounds: poundsOf(fieldOf(row, "weight"), "Weight"),
    provenance: { source: options.source, file: options.file, row: number, as_of: options.as_of },
  }
  sampleUnknownBytes(row, options, statistics)
  sampleUnknownCode(record.publisher_status, INGRAM_PUBLISHER_STATUS, "publisher_status", options, statistics)
  sampleUnknownCode(record.availability, ONIX_LIST_65, "availability", options, statistics)
  return record
}

function ean13Of(row: string): string {
  const digits = row.slice(1, 14)
  if (row[0] === "0" && gtinCheckDigit(digits.slice(0, 12)) === Number(digits[12])) return digits
  const reading = readEan13(row.slice(0, FIELDS.ean13[0] + FIELDS.ean13[1]))
  if ("problem" in reading) throw new RowProblem(reading.problem, reading.message)
  return reading.ean13
}

/** The number on the book is the EAN; a second one that contradicts it is left out and counted. */
function isbn10Of(row: string, ean13: string, statistics: FeedStatistics): string | null {
  const isbn10 = textOf(row, "isbn10")
  if (isbn10 === null) return null
  if (toIsbn10(ean13) === isbn10) return isbn10
  note(statistics, "isbn10_differs")
  return null
}

function upcOf(row: string, statistics: FeedStatistics): string | null {
  const gtin14 = textOf(row, "upc")
  if (gtin14 === null || /^0+$/.test(gtin14)) return null
  if (/^00\d{12}$/.test(gtin14) && gtinCheckDigit(gtin14.slice(0, 13)) === Number(gtin14[13]))
    return gtin14.slice(2)
  note(statistics, "bad_upc")
  return null
}

function titleNumberOf(row: string): string | null {
  const digits = digitsOf(fieldOf(row, "title_number"), "Title number")
  return digits === null || /^0+$/.test(digits) ? null : digits
}

function locationsOf(row: string, options: RowOptions, statistics: FeedStatistics): LocationStock[] {
  const locations: LocationStock[] = []
  const flags = fieldOf(row, "stock_flags")
  options.slots.forEach((slot, index) => {
    const on_hand = countOf(quantityOf(row, "on_hand", index), `On hand of slot ${index + 1}`)
    const on_order = countOf(quantityOf(row, "on_order", index), `On order of slot ${index + 1}`)
    if (!slot.enabled) {
      if (on_hand) note(statistics, `disabled_location_has_stock:${slot.code}`)
      return
    }
    const flag = flags[index]!
    if (!"YN ".includes(flag)) sampleUnknown(statistics, "stock_flags", flag, options.unknown_samples)
    const stocked = options.honour_stock_flags ? flag === "Y" : null
    if (stocked === false && on_hand) note(statistics, `unflagged_stock:${slot.code}`)
    locations.push({
      code: slot.code,
      on_hand,
      on_hand_qualifier: "exact",
      on_order,
      committed: null,
      stocked,
    })
  })
  return locations
}

function flagOf(
  row: string,
  name: "print_on_demand" | "backorder_only" | "returnable",
  yes: string,
  options: RowOptions,
  statistics: FeedStatistics
): boolean | null {
  const flag = fieldOf(row, name)
  if (yes.includes(flag)) return true
  if (flag === "N") return false
  if (flag !== " ") sampleUnknown(statistics, name, flag, options.unknown_samples)
  return null
}

function textOf(row: string, name: keyof typeof FIELDS): string | null {
  return fieldOf(row, name).trim() || null
}

function codeOf<Scheme extends "onix65" | "ingram">(scheme: Scheme, code: string | null) {
  return code === null ? null : { scheme, code }
}

function sampleUnknownCode(
  status: CodedStatus | null,
  table: CodeTable,
  name: string,
  options: RowOptions,
  statistics: FeedStatistics
): void {
  if (status && !table[status.code]) sampleUnknown(statistics, name, status.code, options.unknown_samples)
}

const UNKNOWN_STRETCHES = Object.entries(UNKNOWN_BYTES).map(([name, at]) => [name, at[0], at[1]] as const)

function sampleUnknownBytes(row: string, options: RowOptions, statistics: FeedStatistics): void {
  for (const [name, offset, length] of UNKNOWN_STRETCHES) {
    if ((statistics.unknown[name]?.length ?? 0) >= options.unknown_samples) continue
    const value = row.slice(offset, offset + length)
    if (!/^ *$/.test(value)) sampleUnknown(statistics, name, value, options.unknown_samples)
  }
}
