import fc from "fast-check"
import { TruestockError } from "../../../../../errors"
import { BEST_FIRST } from "../../../../../modules/availability/status"
import { assertFieldsAllowed, parseListingQuery } from "../validators"

function refusal(ask: () => unknown): TruestockError {
  try {
    ask()
  } catch (error) {
    if (error instanceof TruestockError) return error
    throw error
  }
  throw new Error("It was accepted")
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => `pcat_${i}`)

describe("A question to the listing", () => {
  it("without any parameter asks for the first 20 in stock or low in stock, newest first", () => {
    expect(parseListingQuery({})).toEqual({
      statuses: ["in_stock", "low_stock"],
      category_ids: undefined,
      collection_ids: undefined,
      sales_channel_ids: undefined,
      order: { by: "created_at", descending: true },
      limit: 20,
      offset: 0,
    })
  })

  it.each(BEST_FIRST)("may ask for the status %s alone", (status) => {
    expect(parseListingQuery({ status }).statuses).toEqual([status])
  })

  it.each([[["preorder", "backorder"]], ["preorder,backorder"], [["preorder,backorder"]]])(
    "may ask for several statuses as %j",
    (status) => {
      expect(parseListingQuery({ status }).statuses).toEqual(["preorder", "backorder"])
    }
  )

  it.each(["any", "any,in_stock", ["in_stock", "any"]])(
    "with the status %j asks for all of them",
    (status) => {
      expect(parseListingQuery({ status }).statuses).toBeNull()
    }
  )

  it.each([
    ["created_at", "created_at", false],
    ["-created_at", "created_at", true],
    ["title", "title", false],
    ["-title", "title", true],
  ])("may ask for the order %s", (order, by, descending) => {
    expect(parseListingQuery({ order }).order).toEqual({ by, descending })
  })

  it.each([
    ["1", 1],
    ["100", 100],
  ])("may ask for %s a page", (limit, parsed) => {
    expect(parseListingQuery({ limit }).limit).toBe(parsed)
  })

  it("may ask for one or many categories, collections and channels", () => {
    const asked = { category_id: "a", collection_id: ["b", "c"], sales_channel_id: "d,e", offset: "40" }
    expect(parseListingQuery(asked)).toMatchObject({
      category_ids: ["a"],
      collection_ids: ["b", "c"],
      sales_channel_ids: ["d", "e"],
      offset: 40,
    })
    expect(parseListingQuery({ category_id: ids(100) }).category_ids).toHaveLength(100)
  })
})

describe("A question to the listing is refused", () => {
  it.each([
    ["status", "sold_out", "invalid_status"],
    ["status", "IN_STOCK", "invalid_status"],
    ["status", "", "invalid_status"],
    ["status", "in_stock,", "invalid_status"],
    ["status", ["in_stock", "gone"], "invalid_status"],
    ["status", { $ne: "in_stock" }, "invalid_status"],
    ["status", "__proto__", "invalid_status"],
    ["status", "constructor", "invalid_status"],
    ["limit", "0", "invalid_limit"],
    ["limit", "-1", "invalid_limit"],
    ["limit", "101", "invalid_limit"],
    ["limit", "99999999999999999999", "invalid_limit"],
    ["limit", "1e2", "invalid_limit"],
    ["limit", "0x10", "invalid_limit"],
    ["limit", "ten", "invalid_limit"],
    ["limit", "2.5", "invalid_limit"],
    ["limit", "", "invalid_limit"],
    ["limit", " 5", "invalid_limit"],
    ["limit", ["1", "2"], "invalid_limit"],
    ["limit", { $gt: "1" }, "invalid_limit"],
    ["offset", "-1", "invalid_offset"],
    ["offset", "10000001", "invalid_offset"],
    ["offset", "NaN", "invalid_offset"],
    ["offset", "Infinity", "invalid_offset"],
    ["offset", ["0", "0"], "invalid_offset"],
    ["order", "price", "invalid_order"],
    ["order", "--title", "invalid_order"],
    ["order", "title desc", "invalid_order"],
    ["order", "title;drop table product", "invalid_order"],
    ["order", "", "invalid_order"],
    ["order", ["title"], "invalid_order"],
    ["category_id", "", "invalid_parameter"],
    ["category_id", { $in: "a" }, "invalid_parameter"],
    ["category_id", ids(101), "invalid_parameter"],
    ["collection_id", "a,,b", "invalid_parameter"],
    ["collection_id", "x".repeat(256), "invalid_parameter"],
    ["sales_channel_id", [["sc_1"]], "invalid_parameter"],
    ["category_id", "a\u0000b", "invalid_parameter"],
    ["collection_id", ["a", "b\u0000"], "invalid_parameter"],
    ["region_id", "a\u0000b", "invalid_parameter"],
    ["province", "a\u0000b", "invalid_parameter"],
    ["country_code", "\u0000a", "invalid_parameter"],
    ["cart_id", "a\u0000b", "invalid_parameter"],
    ["region_id", "", "invalid_parameter"],
    ["region_id", ["reg_1", "reg_2"], "invalid_parameter"],
    ["country_code", "usa", "invalid_parameter"],
    ["province", { a: "b" }, "invalid_parameter"],
    ["cart_id", ["cart_1"], "invalid_parameter"],
    ["fields", { a: "b" }, "invalid_parameter"],
    ["id", ["prod_1"], "unknown_parameter"],
    ["q", "dune", "unknown_parameter"],
    ["constructor", "x", "unknown_parameter"],
    ["hasOwnProperty", "x", "unknown_parameter"],
    ["$and", [{ status: "draft" }], "unknown_parameter"],
  ])("with %s = %j as %s", (name, value, code) => {
    const error = refusal(() => parseListingQuery({ [name]: value }))
    expect(error.code).toBe(code)
    expect(error.message).toContain(name)
    expect(error.message).toContain(JSON.stringify(value).slice(0, 100))
  })

  it("with __proto__ as a parameter, like any other unknown one", () => {
    const query = JSON.parse('{"__proto__": {"status": "any"}}')
    expect(refusal(() => parseListingQuery(query)).code).toBe("unknown_parameter")
  })

  it("with a message that does not echo a long value", () => {
    const long = "x".repeat(10_000)
    for (const query of [{ status: long }, { [long]: "x" }, { category_id: long }]) {
      expect(refusal(() => parseListingQuery(query)).message.length).toBeLessThan(500)
    }
  })

  it("only with one of the named codes, whatever is asked", () => {
    const names = ["status", "category_id", "limit", "offset", "order", "region_id", "fields", "country_code"]
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.constantFrom("any", "in_stock", "5", "-title"),
      fc.anything()
    )
    const anyQuery = fc.oneof(
      fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }),
      fc.dictionary(fc.string(), value)
    )
    const codes = [
      "invalid_status",
      "invalid_limit",
      "invalid_offset",
      "invalid_order",
      "invalid_parameter",
      "unknown_parameter",
    ]
    fc.assert(
      fc.property(anyQuery, (query) => {
        try {
          const parsed = parseListingQuery(query)
          expect(parsed.limit).toBeGreaterThanOrEqual(1)
          expect(parsed.limit).toBeLessThanOrEqual(100)
          expect(parsed.offset).toBeGreaterThanOrEqual(0)
        } catch (error) {
          if (!(error instanceof TruestockError)) throw error
          expect(codes).toContain(error.code)
          expect(error.message.length).toBeLessThan(500)
        }
      }),
      { numRuns: 1000 }
    )
  })
})

describe("Fields", () => {
  const ALLOWED = ["id", "title", "variants", "variants.sku", "categories"]

  it.each([
    [undefined],
    [""],
    ["id,title"],
    ["+categories"],
    ["-title"],
    ["*variants"],
    ["variants.*"],
    [" id , title "],
    ["id,"],
    [["id", "variants.sku"]],
  ])("%j may be requested", (fields) => {
    expect(() => assertFieldsAllowed(fields, ALLOWED)).not.toThrow()
  })

  it.each([
    "metadata",
    "+variants.inventory_items",
    "id,sales_channels.id",
    "*",
    "+",
    "variants.sku.x",
    "__proto__",
    "constructor",
    "id;drop table product",
  ])("%j cannot be requested, and the message says which", (fields) => {
    const error = refusal(() => assertFieldsAllowed(fields, ALLOWED))
    expect(error.code).toBe("invalid_fields")
    expect(error.message).toContain(JSON.stringify(fields.split(",").at(-1)))
  })

  it("are refused as invalid_fields or accepted, whatever is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.string()), fc.anything()), (fields) => {
        try {
          assertFieldsAllowed(fields, ALLOWED)
        } catch (error) {
          if (!(error instanceof TruestockError)) throw error
          expect(error.code).toBe("invalid_fields")
        }
      })
    )
  })
})
