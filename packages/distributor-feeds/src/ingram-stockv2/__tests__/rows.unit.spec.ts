import fc from "fast-check"
import { gtinCheckDigit, toIsbn10 } from "../../identifiers"
import { INGRAM_PUBLISHER_STATUS, ONIX_LIST_65 } from "../../codes"
import type { FeedDate, StockRecord } from "../../record"
import { newStatistics } from "../../statistics"
import { RowProblem } from "../../row-problem"
import { renderStockV2Row, syntheticRecord } from "../generate"
import { FIELDS, QUANTITY_LENGTH, UNKNOWN_BYTES } from "../layout"
import { rowOptions } from "../options"
import { parseStockV2Row } from "../row"

const FILE = "stockv2@ingram.dat"
const parse = (row: string, options = {}) => {
  const statistics = newStatistics()
  return { record: parseStockV2Row(row, 1, rowOptions(options, FILE), statistics), statistics }
}
const refusal = (row: string) => {
  try {
    return parse(row).record
  } catch (error) {
    return (error as RowProblem).code
  }
}
/** A row with some characters replaced, by position counted from 1 as in the supplier's documents. */
const edit = (row: string, position: number, text: string) =>
  row.slice(0, position - 1) + text + row.slice(position - 1 + text.length)
const ROW = renderStockV2Row(syntheticRecord())

const IN_STOCK =
  "09780000000002              00000000000000012000000000000030000405000000000000000000000000000000001000000000000000000000000000000000000000000000000000000189900018997REG0001899REGIPYYYY    2024011500010101Y99991231N    NYQ   REG        REG0000850000000TEST9999    R      N21123456789".padEnd(
    300
  )
const PREORDER =
  "09798600000001                        000000000000000000000000000000000000000000000000000000000000250000000000000000000000000000000000000000000000000000029000002900720%000290020%NYY       2030100120301007N00010101N    YYR   REG        REG0001200000000TEST9999    R      N10987654321".padEnd(
    300
  )

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""))
const withCheckDigit = (body: string) => `${body}${gtinCheckDigit(body)}`
const date: fc.Arbitrary<FeedDate> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 28 }),
  })
  .map(({ year, month, day }) => {
    const mm = String(month).padStart(2, "0")
    if (!month) return { date: `${year}`, precision: "year" as const }
    if (!day) return { date: `${year}-${mm}`, precision: "month" as const }
    return { date: `${year}-${mm}-${String(day).padStart(2, "0")}`, precision: "day" as const }
  })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const quantity = maybe(fc.integer({ min: 0, max: 9_999_999 }))

const record: fc.Arbitrary<StockRecord> = fc
  .record({
    body: fc.constantFrom("978", "979").chain((prefix) => digits(9).map((rest) => prefix + rest)),
    upc: maybe(
      digits(11)
        .filter((body) => /[1-9]/.test(body))
        .map(withCheckDigit)
    ),
    hasIsbn10: fc.boolean(),
    supplier_id: maybe(digits(9).filter((text) => /[1-9]/.test(text))),
    places: fc.array(fc.record({ on_hand: quantity, on_order: quantity, stocked: fc.boolean() }), {
      minLength: 4,
      maxLength: 4,
    }),
    availability: maybe(fc.constantFrom(...Object.keys(ONIX_LIST_65))),
    status: maybe(fc.constantFrom(...Object.keys(INGRAM_PUBLISHER_STATUS), "ZZ")),
    publication: maybe(date),
    on_sale: maybe(date),
    last_return: maybe(date),
    flags: fc.array(maybe(fc.boolean()), { minLength: 3, maxLength: 3 }),
    restricted: maybe(fc.constantFrom("1", "A")),
    cents: maybe(fc.integer({ min: 1, max: 9_999_999 })),
    discount: maybe(fc.constantFrom("REG", "NET", "5%", "35%")),
    product_type: maybe(fc.constantFrom("P", "Q", "R", "W")),
    weight: maybe(fc.integer({ min: 1, max: 999_999 })),
  })
  .map((part) => {
    const ean13 = withCheckDigit(part.body)
    const isbn10 = part.hasIsbn10 ? toIsbn10(ean13) : null
    const [print_on_demand, backorder_only, returnable] = part.flags as (boolean | null)[]
    return syntheticRecord({
      ean13,
      identifiers: { isbn10, upc: part.upc, gtin14: `0${ean13}`, supplier_id: part.supplier_id },
      locations: ["TN", "OR", "IN", "PA"].map((code, index) => ({
        code,
        on_hand_qualifier: "exact",
        committed: null,
        ...part.places[index]!,
      })),
      availability: part.availability ? { scheme: "onix65", code: part.availability } : null,
      publisher_status: part.status ? { scheme: "ingram", code: part.status } : null,
      dates: {
        publication: part.publication,
        on_sale: part.on_sale,
        expected: [],
        last_return: part.last_return,
      },
      print_on_demand: print_on_demand!,
      backorder_only: backorder_only!,
      returnable: returnable!,
      restricted: part.restricted,
      list_price: part.cents ? { amount: (part.cents / 100).toFixed(2), currency: "USD" } : null,
      discount: part.discount,
      product_type: part.product_type,
      weight_pounds: part.weight && part.weight / 100,
    })
  })

describe("a StockV2 row", () => {
  it("reads as the record it was rendered from, whatever the record", () => {
    fc.assert(
      fc.property(record, (original) => {
        const row = renderStockV2Row(original)
        expect(row).toHaveLength(300)
        expect(parse(row).record).toEqual(original)
      }),
      { numRuns: 500 }
    )
  })

  it("of a paperback in stock says how many are where, and what may be done with it", () => {
    const { record } = parse(IN_STOCK)
    expect(
      record.locations.map((place) => [place.code, place.on_hand, place.on_order, place.stocked])
    ).toEqual([
      ["TN", 12, 100, true],
      ["OR", 0, 0, true],
      ["IN", 3, 0, true],
      ["PA", 405, 0, true],
    ])
    expect(record).toMatchObject({
      ean13: "9780000000002",
      identifiers: { isbn10: "0000000000", upc: null, gtin14: "09780000000002", supplier_id: "123456789" },
      list_price: { amount: "18.99", currency: "USD" },
      discount: "REG",
      publisher_status: { scheme: "ingram", code: "IP" },
      availability: { scheme: "onix65", code: "21" },
      dates: { publication: { date: "2024-01-15", precision: "day" }, on_sale: null, last_return: null },
      returnable: true,
      print_on_demand: false,
      backorder_only: false,
      restricted: null,
      product_type: "Q",
      weight_pounds: 0.85,
    })
  })

  it("of a hardcover to come has an on-sale date, nothing on hand and copies on order", () => {
    const { record, statistics } = parse(PREORDER)
    expect(record).toMatchObject({
      ean13: "9798600000001",
      list_price: { amount: "29.00" },
      discount: "20%",
      publisher_status: { code: "NY" },
      dates: {
        publication: { date: "2030-10-01", precision: "day" },
        on_sale: { date: "2030-10-07", precision: "day" },
        last_return: null,
      },
      returnable: false,
      backorder_only: true,
      product_type: "R",
    })
    expect(record.locations.map((place) => [place.on_hand, place.on_order, place.stocked])).toEqual([
      [0, 250, true],
      [0, 0, false],
      [0, 0, false],
      [0, 0, false],
    ])
    expect(statistics.unknown).toMatchObject({
      "165": ["7"],
      "224-238": [" REG        REG "].map(() => expect.stringContaining("REG")),
    })
  })

  it("whose quantity is blank says nothing of it, and whose quantity is damaged is refused: never zero", () => {
    expect(parse(edit(ROW, 39, "       ")).record.locations[0]!.on_hand).toBeNull()
    for (const damage of ["00000O2", "     12", "12     ", "-000002", "1,00000", "0000.00"]) {
      expect([damage, refusal(edit(ROW, 39, damage))]).toEqual([damage, "bad_number"])
    }
  })

  it("with any single character of any number replaced by a letter is refused", () => {
    const numbers = [
      FIELDS.on_hand,
      FIELDS.on_order,
      FIELDS.list_price,
      FIELDS.weight,
      FIELDS.availability,
      FIELDS.title_number,
    ]
    const positions = numbers.flatMap(([offset, length]) =>
      Array.from({ length }, (_, at) => offset + at + 1)
    )
    for (const position of positions)
      expect([position, refusal(edit(ROW, position, "x"))]).toEqual([position, "bad_number"])
    expect(positions.length).toBe(2 * 8 * QUANTITY_LENGTH + 7 + 6 + 2 + 9)
  })

  it("with a damaged EAN, the EAN of a pack or bytes that are no text is refused", () => {
    expect(refusal(edit(ROW, 14, "3"))).toBe("bad_check_digit")
    expect(refusal(edit(ROW, 2, "X"))).toBe("bad_characters")
    expect(refusal(edit(edit(ROW, 1, "1"), 14, "9"))).toBe("pack_identifier")
    expect(refusal(edit(ROW, 300, "\u00e9"))).toBe("bad_characters")
    expect(refusal(edit(ROW, 290, "\n"))).toBe("bad_characters")
  })

  it.each([
    ["20240000", { date: "2024", precision: "year" }],
    ["20240500", { date: "2024-05", precision: "month" }],
    ["20240229", { date: "2024-02-29", precision: "day" }],
    ["00000000", null],
    ["        ", null],
    ["00010101", null],
    ["99991231", null],
    ["20230229", "bad_date"],
    ["20241301", "bad_date"],
    ["2024-1-1", "bad_date"],
    ["00000115", "bad_date"],
    ["2024    ", "bad_date"],
  ])("with the publication date %j says %j", (text, expected) => {
    const read = refusal(edit(ROW, 189, text))
    expect(typeof read === "string" ? read : read.dates.publication).toEqual(expected)
  })

  it("whose on-sale date is the end of time is not for sale now", () => {
    expect(parse(edit(ROW, 197, "99991231")).record.dates.on_sale).toEqual({
      date: "9999-12-31",
      precision: "day",
    })
    expect(parse(edit(ROW, 197, "00010101")).record.dates.on_sale).toBeNull()
  })

  it("with a price of nothing has no price", () => {
    expect(parse(edit(ROW, 151, "0000000")).record.list_price).toBeNull()
    expect(parse(edit(ROW, 151, "0000005")).record.list_price).toEqual({ amount: "0.05", currency: "USD" })
  })

  it("counts a place only where its flag is Y, and says where stock stands without a flag", () => {
    const { record, statistics } = parse(edit(edit(ROW, 39, "0000007"), 181, "N"))
    expect(record.locations[0]).toMatchObject({ on_hand: 7, stocked: false })
    expect(statistics.notes).toEqual({ "unflagged_stock:TN": 1 })
    expect(parse(edit(ROW, 181, "?")).statistics.unknown.stock_flags).toEqual(["?"])
    expect(parse(edit(ROW, 181, "N"), { honour_stock_flags: false }).record.locations[0]!.stocked).toBeNull()
  })

  it("has only the places that the shop enabled; stock at others is pointed out", () => {
    const { record, statistics } = parse(edit(edit(ROW, 74, "0000009"), 186, "Y"))
    expect(record.locations.map((place) => place.code)).toEqual(["TN", "OR", "IN", "PA"])
    expect(statistics.notes).toEqual({ "disabled_location_has_stock:CA": 1 })
    const slots = ["A", "B", "C", "D", "E", "F", "G", "H"].map((code) => ({ code, enabled: code === "F" }))
    expect(parse(edit(edit(ROW, 74, "0000009"), 186, "Y"), { slots }).record.locations).toMatchObject([
      { code: "F", on_hand: 9, stocked: true },
    ])
  })

  it("takes Y, 1 and 2 for backorder alone and samples what it does not know", () => {
    expect(
      ["Y", "1", "2", "N", " "].map((flag) => parse(edit(ROW, 219, flag)).record.backorder_only)
    ).toEqual([true, true, true, false, null])
    const { record, statistics } = parse(edit(edit(ROW, 219, "7"), 179, "ZZ"))
    expect(record).toMatchObject({ backorder_only: null, publisher_status: { code: "ZZ" } })
    expect(statistics.unknown).toMatchObject({ backorder_only: ["7"], publisher_status: ["ZZ"] })
  })

  it("forbids the sale by whatever stands in the restricted byte", () => {
    expect(parse(edit(ROW, 265, "3")).record.restricted).toBe("3")
  })

  it("reads nothing into bytes of unknown meaning", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(UNKNOWN_BYTES)),
        fc.stringMatching(/^[ -~]{18}$/),
        ([offset, length], noise) => {
          expect(parse(edit(ROW, offset + 1, noise.slice(0, length))).record).toEqual(parse(ROW).record)
        }
      )
    )
  })

  it("leaves out an ISBN-10 or a UPC that contradicts the EAN or itself, and counts that", () => {
    const { record, statistics } = parse(edit(edit(ROW, 29, "0140177396"), 15, "00036000291453"))
    expect(record.identifiers).toMatchObject({ isbn10: null, upc: null })
    expect(statistics.notes).toEqual({ isbn10_differs: 1, bad_upc: 1 })
  })

  it("needs eight slots with names of their own", () => {
    expect(() => rowOptions({ slots: [] }, FILE)).toThrow("slots has 0 entries")
    expect(() => rowOptions({ slots: Array(8).fill({ code: "TN", enabled: true }) }, FILE)).toThrow(
      "a code of its own"
    )
  })
})
