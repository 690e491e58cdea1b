import fc from "fast-check"
import { TRUESTOCK_ERRORS } from "../../../../errors"
import { refusalOf } from "../../../../modules/availability/__tests__/refusal-of"
import { asText } from "../../../send-csv"
import { parseHistoryQuery } from "../movements/history/validators"
import { parseMovementsQuery } from "../movements/validators"
import { parseShortfallsQuery } from "../shortfalls/validators"

const LONG = "x".repeat(10_000)
const SQL = "'; drop table stock_movement; --"

/** Values that no date, number or word is made of. */
const NONSENSE: unknown[] = ["", " ", SQL, LONG, "a\0b", "NaN", "1e400", ["a", "b"], { $gt: "1" }, [["a"]]]

describe("A question to the movements", () => {
  it("without any parameter is for the first 50, newest first, as JSON", () => {
    expect(parseMovementsQuery({})).toEqual({ filters: {}, page: { limit: 50 }, format: "json" })
  })

  it("may use every filter at once", () => {
    const ids = {
      inventory_item_id: "i",
      location_id: "l",
      level_id: "v",
      actor_id: "a",
      correlation_id: "c",
    }
    const asked = {
      ...ids,
      kind: ["set", "adjust"],
      reason: "damaged,lost",
      reference_type: "order",
      reference_id: "order_1",
      from: "2026-11-21",
      to: "2026-11-21T12:30:00.5+02:00",
      order: "id",
      limit: "500",
      cursor: "abc",
      format: "json",
    }
    expect(parseMovementsQuery(asked)).toEqual({
      filters: {
        ...ids,
        kinds: ["set", "adjust"],
        reasons: ["damaged", "lost"],
        reference_type: "order",
        reference_id: "order_1",
        from: new Date("2026-11-21T00:00:00Z"),
        to: new Date("2026-11-21T10:30:00.500Z"),
      },
      page: { order: "id", limit: 500, cursor: "abc" },
      format: "json",
    })
  })

  const dates = ["21.11.2026", "2026-02-30", "2026-13-01", "2026-11-21T10:00:00", "2026-11-21T25:00:00Z"]
  it.each([
    ...["from", "to"].flatMap((name) =>
      [...NONSENSE, ...dates, "now", "infinity", "0", "1700000000000"].map((v) => [name, v, "invalid_date"])
    ),
    ...["0", "-1", "501", "1.5", ...NONSENSE].map((v) => ["limit", v, "invalid_limit"]),
    ...["desc", "-created_at", "--id", ...NONSENSE].map((v) => ["order", v, "invalid_order"]),
    ...["sold", "set,", ["set", "sold"], "__proto__", ...NONSENSE].map((v) => [
      "kind",
      v,
      "invalid_parameter",
    ]),
    ...["stolen", "constructor", ...NONSENSE].map((v) => ["reason", v, "invalid_parameter"]),
    ...["invoice", ["order"], ...NONSENSE].map((v) => ["reference_type", v, "invalid_parameter"]),
    ...["xml", "CSV", ...NONSENSE].map((v) => ["format", v, "invalid_parameter"]),
    ...["inventory_item_id", "location_id", "level_id", "reference_id", "actor_id", "correlation_id"].flatMap(
      (name) => ["", LONG, "a\0b", ["a", "b"], { $in: "a" }].map((v) => [name, v, "invalid_parameter"])
    ),
    ["cursor", ["a", "b"], "invalid_cursor"],
    ["cursor", { a: "b" }, "invalid_cursor"],
    ["offset", "5", "unknown_parameter"],
    ["kinds", "set", "unknown_parameter"],
    ["q", "dune", "unknown_parameter"],
    ["$or", [{ kind: "set" }], "unknown_parameter"],
    ["constructor", "x", "unknown_parameter"],
  ])("is refused with %s = %j as %s", (name, value, code) => {
    const refusal = refusalOf(parseMovementsQuery, { [name as string]: value })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(name)
    expect(refusal.message).toContain(JSON.stringify(value).slice(0, 100))
    expect(refusal.message.length).toBeLessThan(500)
  })

  it("is refused when it ends before it begins", () => {
    const asked = { from: "2026-11-22", to: "2026-11-21" }
    expect(refusalOf(parseMovementsQuery, asked).code).toBe("invalid_date")
  })

  it("is refused for a page of a CSV, which is one file", () => {
    for (const page of [{ limit: "5" }, { cursor: "abc" }]) {
      const refusal = refusalOf(parseMovementsQuery, { format: "csv", ...page })
      expect(refusal.code).toBe("invalid_parameter")
      expect(refusal.message).toContain("leave out limit and cursor")
    }
  })
})

describe("A question for an item's history", () => {
  it("names the item, and may leave the rest to us", () => {
    expect(parseHistoryQuery({ inventory_item_id: "i" })).toEqual({ inventory_item_id: "i" })
    expect(parseHistoryQuery({ inventory_item_id: "i", from: "2026-11-21", points: "2" })).toEqual({
      inventory_item_id: "i",
      from: new Date("2026-11-21"),
      points: 2,
    })
  })

  it("is refused without an item, and the message says so", () => {
    const refusal = refusalOf(parseHistoryQuery, { location_id: "l" })
    expect(refusal.code).toBe("invalid_parameter")
    expect(refusal.message).toContain("inventory_item_id is missing")
  })

  it.each([
    ["points", "1", "invalid_parameter"],
    ["points", "1001", "invalid_parameter"],
    ["points", "NaN", "invalid_parameter"],
    ["from", "yesterday", "invalid_date"],
    ["to", "2026-11-31", "invalid_date"],
    ["level_id", "v", "unknown_parameter"],
  ])("is refused with %s = %j as %s", (name, value, code) => {
    expect(refusalOf(parseHistoryQuery, { inventory_item_id: "i", [name]: value }).code).toBe(code)
  })
})

describe("A question for shortfalls", () => {
  it("without any parameter is for the first 20", () => {
    expect(parseShortfallsQuery({})).toEqual({ limit: 20, offset: 0 })
  })

  it.each([
    ["status", "closed", "invalid_status"],
    ["status", ["open", "resolved"], "invalid_status"],
    ["limit", "101", "invalid_limit"],
    ["offset", "-1", "invalid_offset"],
    ["offset", "10000001", "invalid_offset"],
    ["inventory_item_id", "a\0b", "invalid_parameter"],
    ["order", "id", "unknown_parameter"],
  ])("is refused with %s = %j as %s", (name, value, code) => {
    expect(refusalOf(parseShortfallsQuery, { [name]: value }).code).toBe(code)
  })
})

it("Whatever is asked, only named codes answer", () => {
  const names = ["kind", "from", "to", "limit", "cursor", "format", "points", "status", "inventory_item_id"]
  const value = fc.oneof(
    fc.string(),
    fc.array(fc.string()),
    fc.constantFrom("2026-01-01", "5"),
    fc.anything()
  )
  const query = fc.oneof(
    fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }),
    fc.dictionary(fc.string(), value)
  )
  fc.assert(
    fc.property(
      query,
      fc.constantFrom(parseMovementsQuery, parseHistoryQuery, parseShortfallsQuery),
      (asked, parse) => {
        try {
          parse(asked)
        } catch (error) {
          expect(TRUESTOCK_ERRORS).toHaveProperty((error as { code: string }).code)
          expect((error as Error).message.length).toBeLessThan(600)
        }
      }
    ),
    { numRuns: 500 }
  )
})

describe("Text in a spreadsheet", () => {
  it.each(["=1+1", "+49 30", "-5", "@SUM(A1)", " =1+1", "\t=1", "\rx", "\n=x", "＝1+1", "=cmd|'/c calc'!A1"])(
    "that begins as a formula (%j) is shown, not run",
    (text) => {
      expect(asText(text)).toBe(`'${text}`)
    }
  )

  it.each(["Water damage", "a=b", "5-3", "", "order_1", "'quoted", "1e5"])("%j stays as it is", (text) => {
    expect(asText(text)).toBe(text)
  })
})
