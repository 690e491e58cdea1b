import fc from "fast-check"
import { TruestockError } from "../../../../../errors"
import { writeCursor } from "../../../../../modules/availability/listing/cursor"
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

const OF_TITLE = writeCursor({ value: "dune", product_id: "prod_1" }, { by: "title", descending: false })

const ids = (count: number) => Array.from({ length: count }, (_, i) => `pcat_${i}`)

describe("A question to the listing", () => {
  it("without any parameter asks for the first 20 in stock or low in stock, newest first", () => {
    const asked = parseListingQuery({})
    expect(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))).toEqual({
      statuses: ["in_stock", "low_stock"],
      order: { by: "created_at", descending: true },
      limit: 20,
      offset: 0,
      view: "full",
    })
  })

  it("for what can be bought asks for any status, unless one is named too", () => {
    expect(parseListingQuery({ purchasable: "true" })).toMatchObject({ statuses: null, purchasable: true })
    expect(parseListingQuery({ purchasable: "false" })).toMatchObject({ statuses: null, purchasable: false })
    expect(parseListingQuery({ purchasable: "true", status: "preorder" })).toMatchObject({
      statuses: ["preorder"],
      purchasable: true,
    })
  })

  it("may be asked for facets and values more than once, and means each once", () => {
    const asked = { facets: ["status", "category_id,status"], status: "preorder,preorder" }
    expect(parseListingQuery(asked)).toMatchObject({
      facets: ["status", "category_id"],
      statuses: ["preorder"],
    })
  })

  it("may ask for prices at one end or both, also for one price alone", () => {
    expect(parseListingQuery({ min_price: "0" }).price).toEqual({ min: "0", max: undefined })
    expect(parseListingQuery({ max_price: "12.50" }).price).toEqual({ min: undefined, max: "12.50" })
    expect(parseListingQuery({ min_price: "9.99", max_price: "9.990" }).price).toEqual({
      min: "9.99",
      max: "9.990",
    })
  })

  it("goes on behind a cursor of its own order", () => {
    const order = { by: "price", descending: true } as const
    const cursor = writeCursor({ value: null, product_id: "prod_1" }, order)
    expect(parseListingQuery({ order: "-price", cursor }).after).toEqual({
      value: null,
      product_id: "prod_1",
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
    ["availability", "availability", false],
    ["-updated_at", "updated_at", true],
    ["price", "price", false],
    ["-price", "price", true],
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
    ["order", "amount", "invalid_order"],
    ["order", "-", "invalid_order"],
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
    ["q", "", "invalid_parameter"],
    ["q", "   ", "invalid_parameter"],
    ["q", "\t\n", "invalid_parameter"],
    ["q", "x".repeat(201), "invalid_parameter"],
    ["q", "x".repeat(10_240), "invalid_parameter"],
    ["q", "a\u0000b", "invalid_parameter"],
    ["q", { a: "b" }, "invalid_parameter"],
    ["q", ["dune", "messiah"], "invalid_parameter"],
    ["purchasable", "yes", "invalid_parameter"],
    ["purchasable", "TRUE", "invalid_parameter"],
    ["purchasable", "1", "invalid_parameter"],
    ["purchasable", ["true", "false"], "invalid_parameter"],
    ["tag_id", "", "invalid_parameter"],
    ["type_id", { $in: ["a"] }, "invalid_parameter"],
    ["brand_id", ids(101), "invalid_parameter"],
    ["location_id", "a,,b", "invalid_parameter"],
    ["location_id", "x".repeat(256), "invalid_parameter"],
    ["min_price", "-1", "invalid_price"],
    ["min_price", "-0.01", "invalid_price"],
    ["max_price", "1e3", "invalid_price"],
    ["max_price", "1.", "invalid_price"],
    ["max_price", ".5", "invalid_price"],
    ["max_price", "1,5", "invalid_price"],
    ["max_price", "", "invalid_price"],
    ["min_price", "NaN", "invalid_price"],
    ["min_price", "Infinity", "invalid_price"],
    ["min_price", "0x10", "invalid_price"],
    ["min_price", "1.1234567", "invalid_price"],
    ["max_price", "9999999999999", "invalid_price"],
    ["min_price", ["1", "2"], "invalid_price"],
    ["min_price", { $gt: "1" }, "invalid_price"],
    ["facets", "brand_id", "invalid_facets"],
    ["facets", "", "invalid_facets"],
    ["facets", "status,", "invalid_facets"],
    ["facets", ["status", "__proto__"], "invalid_facets"],
    ["facets", { a: "status" }, "invalid_facets"],
    ["view", "cards", "invalid_parameter"],
    ["view", "CARD", "invalid_parameter"],
    ["view", "", "invalid_parameter"],
    ["view", ["card", "full"], "invalid_parameter"],
    ["cursor", ["a", "b"], "invalid_cursor"],
    ["cursor", { a: "b" }, "invalid_cursor"],
    ["constructor", "x", "unknown_parameter"],
    ["hasOwnProperty", "x", "unknown_parameter"],
    ["$and", [{ status: "draft" }], "unknown_parameter"],
  ])("with %s = %j as %s", (name, value, code) => {
    const error = refusal(() => parseListingQuery({ [name]: value }))
    expect(error.code).toBe(code)
    expect(error.message).toContain(name)
    expect(error.message).toContain(JSON.stringify(value).slice(0, 100))
  })

  it.each([
    [{ min_price: "10", max_price: "9.99" }, "invalid_price", "9.99"],
    [{ min_price: "0.000002", max_price: "0.000001" }, "invalid_price", "0.000002"],
    [{ min_price: "999999999999.000002", max_price: "999999999999.000001" }, "invalid_price", "999999999999"],
    [{ view: "card", fields: "id" }, "invalid_fields", `"id"`],
    [{ view: "card", fields: "" }, "invalid_fields", `""`],
    [{ order: "title", cursor: "" }, "invalid_cursor", `""`],
    [{ cursor: "bm9uZQ" }, "invalid_cursor", `"bm9uZQ"`],
    [{ order: "-title", cursor: OF_TITLE }, "invalid_cursor", OF_TITLE],
    [{ cursor: OF_TITLE }, "invalid_cursor", OF_TITLE],
    [{ order: "title", cursor: OF_TITLE.slice(0, -8) }, "invalid_cursor", OF_TITLE.slice(0, -8)],
    [{ order: "title", cursor: OF_TITLE, offset: "0" }, "invalid_cursor", "0"],
  ])("with %j, whose parts do not go together", (query, code, value) => {
    const error = refusal(() => parseListingQuery(query))
    expect(error.code).toBe(code)
    expect(error.message).toContain(value)
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
    const names = [
      ...[
        "status",
        "purchasable",
        "category_id",
        "tag_id",
        "brand_id",
        "location_id",
        "q",
        "min_price",
        "max_price",
      ],
      ...["limit", "offset", "cursor", "order", "facets", "view", "region_id", "fields", "country_code"],
    ]
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.constantFrom("any", "in_stock", "5", "-title", "true", "card", "status", OF_TITLE),
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
      "invalid_price",
      "invalid_cursor",
      "invalid_facets",
      "invalid_fields",
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
