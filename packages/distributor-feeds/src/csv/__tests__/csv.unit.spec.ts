import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { syntheticEan13 } from "../../ingram-stockv2"
import type { Reject } from "../../feed"
import type { StockRecord } from "../../record"
import type { CsvOptions } from "../options"
import { readCsvFile } from "../read"

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "csv-"))))
afterAll(() => rmSync(folder, { recursive: true }))

const OPTIONS: CsvOptions = {
  columns: { identifier: "ISBN", title: "Title", price: "Price", publication_date: "Pub Date" },
  locations: [
    { code: "EAST", on_hand: "East", on_order: "East PO" },
    { code: "WEST", on_hand: "West" },
  ],
}
const HEADING = "ISBN,Title,Price,Pub Date,East,East PO,West"
const A = "9780140177398"
const B = "9780670022953"

async function read(text: string, options: Partial<CsvOptions> = {}) {
  const path = join(folder, "stock.csv")
  writeFileSync(path, text)
  const records: StockRecord[] = []
  const rejects: Reject[] = []
  const feed = readCsvFile(path, { ...OPTIONS, ...options })
  for (;;) {
    const next = await feed.next()
    if (next.done) return { records, rejects, statistics: next.value }
    records.push(...next.value.records)
    rejects.push(...next.value.rejects)
  }
}
const rows = (...lines: string[]) => [HEADING, ...lines, ""].join("\n")
const codes = ({ rejects }: { rejects: Reject[] }) => rejects.map((reject) => [reject.row, reject.code])

describe("a CSV file", () => {
  it("says what its mapped columns say, at each place", async () => {
    const { records, statistics } = await read(
      rows(`0-14-017739-6,"Of Mice, and Men",12.5,2002-01-08,12,100,3`)
    )
    expect(records).toMatchObject([
      {
        ean13: A,
        identifiers: { isbn10: "0140177396" },
        title: { title: "Of Mice, and Men", publisher: null },
        list_price: { amount: "12.50", currency: "USD" },
        dates: { publication: { date: "2002-01-08", precision: "day" }, on_sale: null },
        locations: [
          { code: "EAST", on_hand: 12, on_order: 100, stocked: null },
          { code: "WEST", on_hand: 3, on_order: null },
        ],
        provenance: { source: "csv", file: "stock.csv", row: 2 },
      },
    ])
    expect(statistics).toMatchObject({ rows: 1, matched: 1, rejected: 0 })
  })

  it("is read with a byte order mark, semicolons, CRLF, other case and columns nobody asked for", async () => {
    const text = `\ufeffisbn ;TITLE;x;Price;Pub Date;East;East PO;West\r\n${A};T;;9,99;2026;1;2;3\r\n`
    const { records } = await read(text, { delimiter: ";", decimal_comma: true, currency: "EUR" })
    expect(records).toMatchObject([
      { list_price: { amount: "9.99", currency: "EUR" }, locations: [{ on_hand: 1 }, { on_hand: 3 }] },
    ])
  })

  it("rejects an ISBN damaged by a spreadsheet, a wrong check digit and a missing ISBN by line and reason", async () => {
    const reading = await read(
      rows(
        `9.78E+12,T,1,2026,1,1,1`,
        `${A},T,1,2026,1,1,1`,
        `9780140177397,T,1,2026,1,1,1`,
        `,T,1,2026,1,1,1`
      )
    )
    expect(codes(reading)).toEqual([
      [2, "spreadsheet_damage"],
      [4, "bad_check_digit"],
      [5, "missing_identifier"],
    ])
    expect(reading.rejects[0]).toMatchObject({
      ean13: null,
      raw: "9.78E+12,T,1,2026,1,1,1",
      reason: expect.stringContaining("9.78E+12"),
    })
    expect(reading.records).toHaveLength(1)
  })

  it("rejects a price with a comma, quoted or not, unless the comma is the decimal sign", async () => {
    const quoted = rows(`${A},T,"18,99",2026,1,1,1`)
    expect(codes(await read(quoted))).toEqual([[2, "bad_price"]])
    expect(codes(await read(rows(`${A},T,18,99,2026,1,1,1`)))).toEqual([[2, "bad_columns"]])
    expect((await read(quoted, { decimal_comma: true })).records[0]!.list_price).toEqual({
      amount: "18.99",
      currency: "USD",
    })
  })

  it("never takes a blank or damaged quantity for zero", async () => {
    const blank = rows(`${A},T,1,2026,,0,4`)
    expect((await read(blank)).records[0]!.locations).toMatchObject([
      { on_hand: null, on_order: 0 },
      { on_hand: 4 },
    ])
    expect(await read(blank, { blank_quantity: "reject" })).toMatchObject({
      records: [],
      rejects: [{ code: "blank_quantity", ean13: A }],
    })
    for (const damage of ["-1", "1.5", "few", "1O", "N/A", "'5"]) {
      expect([damage, codes(await read(rows(`${A},T,1,2026,${damage},0,0`)))]).toEqual([
        damage,
        [[2, "bad_number"]],
      ])
    }
    expect((await read(rows(`${A},T,1,2026,100+,0,0`))).records[0]!.locations[0]).toMatchObject({
      on_hand: 100,
      on_hand_qualifier: "at_least",
    })
  })

  it("rejects a title that comes again with other figures and counts one that comes again the same", async () => {
    const reading = await read(
      rows(`${A},T,1,2026,1,1,1`, `${B},T,1,2026,1,1,1`, `${A},T,1,2026,1,1,1`, `0140177396,T,1,2026,2,1,1`)
    )
    expect(codes(reading)).toEqual([[5, "duplicate_ean"]])
    expect(reading.statistics).toMatchObject({ matched: 4, notes: { repeated_row: 1 } })
  })

  it("yields tracked titles alone, and no damage of others but of their ISBN", async () => {
    const reading = await read(rows(`${A},T,1,2026,1,1,1`, `${B},T,x,2026,x,1,1`), { tracked: new Set([A]) })
    expect(reading).toMatchObject({
      records: [{ ean13: A }],
      rejects: [],
      statistics: { rows: 2, matched: 1 },
    })
  })

  it("rejects what is no date", async () => {
    const dates = ["2026-02-30", "11/22/2026", "2026-13", "soon"]
    expect(
      codes(await read(rows(...dates.map((date, index) => `${syntheticEan13(index)},T,1,${date},1,1,1`))))
    ).toEqual(dates.map((_, index) => [index + 2, "bad_date"]))
  })

  it.each([
    ["", "empty"],
    [`${HEADING}\n`, "empty"],
    ["<html>", "not_a_feed"],
    ["EAN,Title\n1,2\n", "layout_changed"],
    [`${HEADING},West\n`, "layout_changed"],
    [`${HEADING}\n${A},"T,1,2026,1,1,1\n${B},T,1,2026,1,1,1\n`, "truncated"],
  ])("that holds %j is refused: %s", async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: "FeedError", code })
  })

  it("stops when asked to", async () => {
    await expect(read(rows(`${A},T,1,2026,1,1,1`), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "aborted",
    })
  })

  it("reads back what was written, whatever the title", async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: fc.string({ minLength: 1, unit: "grapheme" }), count: fc.nat(1e6) }), {
          minLength: 1,
          maxLength: 30,
        }),
        async (books) => {
          const lines = books.map(
            ({ title, count }, index) => `${syntheticEan13(index)},${cell(`x${title}x`)},1,2026,${count},0,0`
          )
          const { records } = await read(rows(...lines))
          expect(records.map((record) => [record.title!.title, record.locations[0]!.on_hand])).toEqual(
            books.map(({ title, count }) => [`x${title}x`, count])
          )
        }
      ),
      { numRuns: 30 }
    )
  })
})

describe("a CSV file with a row per title and place", () => {
  const HEADINGS = "ISBN,Warehouse,Here,Coming"
  const options: Partial<CsvOptions> = {
    columns: { identifier: "ISBN" },
    locations: [],
    place_rows: { code: "Warehouse", on_hand: "Here", on_order: "Coming" },
  }
  const readPlaces = (...lines: string[]) => read([HEADINGS, ...lines, ""].join("\n"), options)
  const places = ({ records }: { records: StockRecord[] }) =>
    records.map(({ ean13, locations }) => [
      ean13,
      ...locations.map(({ code, on_hand }) => `${code} ${on_hand}`),
    ])

  it("becomes one record per title", async () => {
    const answer = await readPlaces(`${A},EAST,5,1`, `${A},WEST,7,`, `${B},EAST,,2`)
    expect(places(answer)).toEqual([
      [A, "EAST 5", "WEST 7"],
      [B, "EAST null"],
    ])
    expect(answer.rejects).toEqual([])
  })

  it("says nothing of a title of which one row cannot be read, before or after those that can", async () => {
    const answer = await readPlaces(`${A},EAST,5,`, `${A},WEST,x7,`, `${A},NORTH,1,`, `${B},EAST,2,`)
    expect(places(answer)).toEqual([[B, "EAST 2"]])
    expect(codes(answer)).toEqual([[3, "bad_number"]])
    const first = await readPlaces(`${B},EAST,2,`, `${A},,5,`, `${A},WEST,7,`)
    expect([places(first), codes(first)]).toEqual([[[B, "EAST 2"]], [[3, "missing_place"]]])
  })

  it("rejects a place that is named twice with different figures, and a title that comes again later", async () => {
    const same = await readPlaces(`${A},EAST,5,`, `${A},EAST,5,`)
    expect([places(same), same.rejects]).toEqual([[[A, "EAST 5"]], []])
    const other = await readPlaces(`${A},EAST,5,`, `${A},EAST,6,`)
    expect([places(other), codes(other)]).toEqual([[], [[3, "duplicate_ean"]]])
    const apart = await readPlaces(`${A},EAST,5,`, `${B},EAST,1,`, `${A},WEST,6,`)
    expect([places(apart), codes(apart)]).toEqual([[[A, "EAST 5"], [B, "EAST 1"]], [[4, "duplicate_ean"]]]) // prettier-ignore
  })
})
