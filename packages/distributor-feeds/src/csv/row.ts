import { readEan13, toIsbn10 } from "../identifiers"
import type { FeedDate, LocationStock, Price, QuantityQualifier, StockRecord, TitleFacts } from "../record"
import { RowProblem } from "../row-problem"
import type { CsvColumns, CsvLocation, CsvOptions } from "./options"

/** Cells of one row by their heading in the options; null where a cell is blank or not mapped. */
export type CsvCells = (heading: string | undefined) => string | null

/** Thirteen digits of the row. Throws RowProblem. */
export function ean13OfRow(cells: CsvCells, columns: CsvColumns): string {
  const reading = readEan13(cells(columns.identifier) ?? "")
  if ("problem" in reading) throw new RowProblem(reading.problem, reading.message)
  return reading.ean13
}

/** The record of a row whose EAN is known. Throws RowProblem where a figure cannot be read. */
export function parseCsvRow(
  cells: CsvCells,
  ean13: string,
  options: CsvOptions,
  provenance: StockRecord["provenance"]
): StockRecord {
  const { columns } = options
  const availability = cells(columns.availability)
  return {
    ean13,
    identifiers: {
      isbn10: toIsbn10(ean13),
      upc: null,
      gtin14: null,
      supplier_id: cells(columns.supplier_id),
    },
    title: titleOf(cells, columns),
    locations: placesOfRow(cells, options).map((location) => locationOf(cells, location, options)),
    availability: availability === null ? null : { scheme: "text", code: availability },
    publisher_status: null,
    dates: {
      publication: dateOf(cells(columns.publication_date), columns.publication_date),
      on_sale: dateOf(cells(columns.on_sale_date), columns.on_sale_date),
      expected: [],
      last_return: null,
    },
    print_on_demand: null,
    backorder_only: null,
    returnable: null,
    restricted: null,
    list_price: priceOf(cells(columns.price), options),
    discount: cells(columns.discount),
    product_type: cells(columns.product_type),
    weight_pounds: null,
    provenance,
  }
}

function placesOfRow(cells: CsvCells, { place_rows, locations = [] }: CsvOptions): readonly CsvLocation[] {
  if (!place_rows) return locations
  const code = cells(place_rows.code)
  if (code === null) throw new RowProblem("missing_place", `${place_rows.code} is blank.`)
  return [{ ...place_rows, code }]
}

function titleOf(cells: CsvCells, columns: CsvColumns): TitleFacts | null {
  const title = cells(columns.title)
  if (title === null) return null
  const contributors = (cells(columns.contributors) ?? "").split(";").map((name) => name.trim())
  return {
    title,
    subtitle: cells(columns.subtitle),
    contributors: contributors.filter((name) => name !== ""),
    publisher: cells(columns.publisher),
    binding: cells(columns.binding),
    series: cells(columns.series),
    description: cells(columns.description),
  }
}

function locationOf(cells: CsvCells, location: CsvLocation, options: CsvOptions): LocationStock {
  const onHand = quantityOf(cells, location.on_hand, options)
  const onOrder = quantityOf(cells, location.on_order, options)
  return {
    code: location.code,
    on_hand: onHand.count,
    on_hand_qualifier: onHand.qualifier,
    on_order: onOrder.count,
    committed: null,
    stocked: null,
  }
}

/** Digits; `100+` is at least so many. */
function quantityOf(
  cells: CsvCells,
  heading: string | undefined,
  options: CsvOptions
): { count: number | null; qualifier: QuantityQualifier } {
  const text = cells(heading)
  if (text === null) {
    if (heading !== undefined && options.blank_quantity === "reject") {
      throw new RowProblem("blank_quantity", `${heading} is blank.`)
    }
    return { count: null, qualifier: "exact" }
  }
  const [, digits, plus] = /^(\d{1,9})(\+)?$/.exec(text) ?? []
  if (!digits)
    throw new RowProblem("bad_number", `${heading} is ${JSON.stringify(text)}, not a number of copies.`)
  return { count: Number(digits), qualifier: plus ? "at_least" : "exact" }
}

function priceOf(text: string | null, options: CsvOptions): Price | null {
  if (text === null) return null
  const plain = options.decimal_comma ? text.replace(/^(\d+),(\d{1,2})$/, "$1.$2") : text
  const [, whole, fraction = ""] = /^\$?(\d{1,9})(?:\.(\d{1,4}))?$/.exec(plain) ?? []
  if (!whole) {
    const hint = text.includes(",") ? "; if the comma is the decimal sign, set decimal_comma" : ""
    throw new RowProblem("bad_price", `The price is ${JSON.stringify(text)}${hint}.`)
  }
  const amount = `${Number(whole)}.${fraction.padEnd(2, "0")}`
  return /[1-9]/.test(amount) ? { amount, currency: options.currency ?? "USD" } : null
}

function dateOf(text: string | null, heading: string | undefined): FeedDate | null {
  if (text === null) return null
  const [, year, , month, day] = /^(\d{4})(-?)(?:(\d{2})(?:\2(\d{2}))?)?$/.exec(text) ?? []
  if (!year) throw badDate(text, heading)
  if (!month) return { date: year, precision: "year" }
  const date = `${year}-${month}-${day ?? "01"}`
  const instant = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) throw badDate(text, heading)
  return day ? { date, precision: "day" } : { date: `${year}-${month}`, precision: "month" }
}

function badDate(text: string, heading: string | undefined): RowProblem {
  return new RowProblem("bad_date", `${heading} is ${JSON.stringify(text)}, not a date such as 2026-11-22.`)
}
