import fc from "fast-check"
import { TruestockError } from "../../../../errors"
import { type Cursor, readCursor, writeCursor } from "../cursor"
import { LISTING_SORTS, type ListingOrder, type ListingSort } from "../listing-query"
import { sortTitle } from "../search-text"

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

function refused(text: string, order: ListingOrder): boolean {
  try {
    readCursor(text, order)
    return false
  } catch (error) {
    if (!(error instanceof TruestockError)) throw error
    expect(error.code).toBe("invalid_cursor")
    expect(error.message).toContain(JSON.stringify(text).slice(0, 100))
    expect(error.message.length).toBeLessThan(300)
    return true
  }
}

const orders = LISTING_SORTS.flatMap((by) => [false, true].map((descending) => ({ by, descending })))
const anyOrder = fc.constantFrom(...orders)
const id = fc.stringMatching(/^prod_[0-9A-Z]{26}$/)

/** As Postgres writes a timestamp in JSON: with as many digits of the second as it needs. */
const moment = fc
  .tuple(
    fc.date({ min: new Date("0002-01-01"), max: new Date("9998-12-31"), noInvalidDate: true }),
    fc.constantFrom("", ".1", ".123456", ".000001", ".999999"),
    fc.constantFrom("+00:00", "-11:30", "+14:00", "+00:53:28")
  )
  .map(([date, fraction, offset]) => date.toISOString().slice(0, 19) + fraction + offset)

const VALUES: Record<ListingSort, fc.Arbitrary<string | null>> = {
  availability: fc.nat({ max: 6 }).map(String),
  title: fc.string({ unit: "grapheme", maxLength: 300 }).map(sortTitle),
  created_at: moment,
  updated_at: moment,
  price: fc.constantFrom("0", "10", "12.50", "-3", "9007199254740993.0000001", "9".repeat(60), null),
}

const anyCursor = anyOrder.chain((order) =>
  fc.record({
    order: fc.constant(order),
    cursor: fc.record({ value: VALUES[order.by], product_id: id }) as fc.Arbitrary<Cursor>,
  })
)

describe("A cursor", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyCursor, ({ order, cursor }) => {
        expect(readCursor(writeCursor(cursor, order), order)).toEqual(cursor)
      }),
      { numRuns: 1_000 }
    )
  })

  it("can stand in an address as it is", () => {
    fc.assert(
      fc.property(anyCursor, ({ order, cursor }) => {
        expect(writeCursor(cursor, order)).toMatch(/^[A-Za-z0-9_-]+$/)
      })
    )
  })

  it("of the longest title that sorts is still read", () => {
    const order: ListingOrder = { by: "title", descending: false }
    for (const title of ["𠮷".repeat(300), '"'.repeat(300), "\u0001".repeat(300), "\\".repeat(300)]) {
      const cursor = { value: sortTitle(title), product_id: "prod_01M7Z6QYRDQJJ2DSG1R9BE9063" }
      expect(readCursor(writeCursor(cursor, order), order)).toEqual(cursor)
    }
  })

  it("of another order is refused, of the other direction too", () => {
    fc.assert(
      fc.property(anyCursor, anyOrder, ({ order, cursor }, other) => {
        const isSame = order.by === other.by && order.descending === other.descending
        expect(refused(writeCursor(cursor, order), other)).toBe(!isSame)
      })
    )
  })

  it("that was cut is refused, wherever it was cut", () => {
    const order: ListingOrder = { by: "created_at", descending: true }
    const whole = writeCursor({ value: "2026-01-01T00:00:00.000001+00:00", product_id: "prod_1" }, order)
    for (let length = 0; length < whole.length; length++) {
      // What is left of the last three characters may be padding only.
      if (Buffer.from(whole.slice(0, length), "base64url").length === Buffer.from(whole, "base64url").length)
        continue
      expect(refused(whole.slice(0, length), order)).toBe(true)
    }
  })

  it.each([
    ["created_at", "2026-02-30T00:00:00+00:00"],
    ["created_at", "2026-13-01T00:00:00+00:00"],
    ["created_at", "2026-00-01T00:00:00+00:00"],
    ["created_at", "0000-01-01T00:00:00+00:00"],
    ["created_at", "2026-01-01T25:00:00+00:00"],
    ["created_at", "2026-01-01T23:60:00+00:00"],
    ["created_at", "2026-01-01T23:59:61+00:00"],
    ["created_at", "2026-01-01T00:00:00+16:00"],
    ["created_at", "2026-01-01T00:00:00+23:59"],
    ["created_at", "2026-01-01T00:00:00Z"],
    ["created_at", "2026-01-01"],
    ["created_at", "infinity"],
    ["created_at", "now"],
    ["created_at", null],
    ["created_at", 1],
    ["updated_at", ""],
    ["updated_at", "2026-01-01T00:00:00.1234567+00:00"],
    ["availability", "10"],
    ["availability", "-1"],
    ["availability", "in_stock"],
    ["availability", 1],
    ["availability", null],
    ["price", "1e5"],
    ["price", "NaN"],
    ["price", "Infinity"],
    ["price", ""],
    ["price", " 1"],
    ["price", "1.", "1"],
    ["price", "9".repeat(501)],
    ["price", 5],
    ["price", { value: 5 }],
    ["title", "a\u0000b"],
    ["title", null],
    ["title", ["a"]],
    ["title", "x".repeat(2_000)],
  ] as [ListingSort, unknown][])("of order %s with the value %j is refused", (by, value) => {
    expect(refused(encoded([by, value, "prod_1"]), { by, descending: false })).toBe(true)
  })

  it.each([
    ["no id", ["title", "a"]],
    ["an empty id", ["title", "a", ""]],
    ["a long id", ["title", "a", "x".repeat(256)]],
    ["an id with a zero byte", ["title", "a", "prod\u0000"]],
    ["an id that is none", ["title", "a", { $ne: 1 }]],
    ["more than belongs there", ["title", "a", "prod_1", "prod_2"]],
    ["another shape", { 0: "title", 1: "a", 2: "prod_1" }],
    ["the prototype", JSON.parse('{"__proto__":["title","a","prod_1"]}')],
    ["null", null],
    ["a text", "title"],
  ])("with %s is refused", (_, value) => {
    expect(refused(encoded(value), { by: "title", descending: false })).toBe(true)
  })

  it.each(["", " ", "%", "'; drop table product; --", "null", "[]", "eyJ", "====", "é", "x".repeat(10_000)])(
    "that is %j is refused",
    (text) => {
      for (const order of orders) expect(refused(text, order)).toBe(true)
    }
  )

  it("that is nested deeply is refused", () => {
    const deep = Buffer.from("[".repeat(1_400)).toString("base64url")
    expect(refused(deep, { by: "title", descending: false })).toBe(true)
  })

  it("is refused or read, whatever is given", () => {
    const given = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.json().map((j) => Buffer.from(j).toString("base64url"))
    )
    fc.assert(
      fc.property(given, anyOrder, (text, order) => void refused(text, order)),
      { numRuns: 1_000 }
    )
  })
})
