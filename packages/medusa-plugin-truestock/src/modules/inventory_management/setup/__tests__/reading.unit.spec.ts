import { chooseLocation } from "../choose-location"
import { parseQuantities } from "../parse-quantities"
import { planLocations } from "../plan-locations"
import { parseSource } from "../quantity-source"
import type { KnownLocation, KnownShop } from "../setup"
import { parseSetup } from "../setup-input"

const MAIN = { name: "Main Warehouse", code: "main" }
const read = (setup: unknown, allowFractions = false) => parseSetup(JSON.stringify(setup), allowFractions)
const refused = (code: string, ...parts: string[]) =>
  expect.objectContaining({
    code,
    message: expect.stringMatching(parts.map((part) => `(?=.*${part})`).join("")),
  })
const refusal = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe("a setup file", () => {
  it("says as little as a location, and is filled up with what holds then", () => {
    expect(read({ locations: [MAIN] })).toEqual({
      locations: [{ ...MAIN, kind: null, address: null, sales_channels: "all" }],
      default_location: null,
      rules: [],
      otherwise: { manage_inventory: true, stock: {} },
    })
  })

  it("takes one value of a match for a list of one, and fractions where the shop has them", () => {
    const setup = { locations: [], rules: [{ match: { tag: "linen" }, stock: { main: 2.5 } }] }
    expect(read(setup, true).rules).toEqual([
      { match: { tag: ["linen"] }, manage_inventory: true, stock: { main: 2.5 } },
    ])
  })

  const rule = (more: object) => ({
    locations: [MAIN],
    rules: [{ match: { tag: "a" }, stock: { main: 1 } }, more],
  })
  it.each([
    [
      { locations: [{ ...MAIN, kind: "attic" }] },
      refused("invalid_setup", "locations\\[0\\]\\.kind", "attic", "store"),
    ],
    [{ locations: [{ name: "", code: "x" }] }, refused("invalid_setup", "locations\\[0\\]\\.name", '""')],
    [{ locations: [MAIN, { ...MAIN, name: "B" }] }, refused("invalid_setup", "code", '"main"', "another")],
    [{ locations: [MAIN, { ...MAIN, code: "b" }] }, refused("invalid_setup", "name", "Main Warehouse")],
    [{ locations: [{ ...MAIN, address: { city: "Bonn" } }] }, refused("invalid_setup", "address\\.")],
    [{ locations: [MAIN], warehouse: 1 }, refused("invalid_setup", "The setup has no", "warehouse")],
    [{ rules: [] }, refused("invalid_setup", "locations", "a list")],
    [[], refused("invalid_setup", "The setup", "an object")],
    [rule({ match: {}, stock: {} }), refused("invalid_setup", "rules\\[1\\]\\.match", "title_contains")],
    [rule({ match: { colour: "red" }, stock: {} }), refused("invalid_setup", "match has no", "colour")],
    [rule({ match: { tag: "b" } }), refused("invalid_setup", "rules\\[1\\]", "stock")],
    [
      rule({ match: { tag: "b" }, stock: { main: 1 }, manage_inventory: false }),
      refused("invalid_setup", "rules\\[1\\]"),
    ],
    [
      rule({ match: { tag: "b" }, stock: { main: -5 } }),
      refused("invalid_quantity", "rules\\[1\\]\\.stock\\.main", "-5"),
    ],
    [
      rule({ match: { tag: "b" }, stock: { main: 1.5 } }),
      refused("invalid_quantity", "1\\.5", "allow_fractions"),
    ],
    [rule({ match: { tag: "b" }, stock: { main: "9" } }), refused("invalid_quantity", '"9"')],
    [rule({ match: { tag: "b" }, stock: { main: 1e15 } }), refused("invalid_quantity")],
    [
      { locations: [MAIN], otherwise: { stock: { main: -1 } } },
      refused("invalid_quantity", "otherwise\\.stock\\.main"),
    ],
  ])("is refused by name, place and value: %j", (setup, expected) => {
    expect(refusal(() => read(setup))).toEqual(expected)
  })

  it("is refused where it is no JSON", () => {
    expect(refusal(() => parseSetup("{ locations: ", false))).toEqual(refused("invalid_setup", "no JSON"))
  })
})

const known = (more: Partial<KnownLocation>): KnownLocation => ({
  ...{ location_id: "sloc_1", name: "Main Warehouse", code: null, kind: null, sales_channel_ids: [] },
  ...more,
})
const shop = (...locations: KnownLocation[]): KnownShop => ({
  locations,
  sales_channels: [
    { id: "sc_web", name: "Web" },
    { id: "sc_till", name: "Till" },
  ],
  store: null,
})

describe("the locations of a setup", () => {
  const plan = (location: object, on: KnownShop) =>
    planLocations(read({ locations: [{ ...MAIN, ...location }] }), on)[0]

  it("are created where neither code nor name is known", () => {
    expect(plan({}, shop())).toMatchObject({
      location_id: null,
      add_channels: ["sc_web", "sc_till"],
      is_changed: true,
    })
  })

  it("are known by code, whatever they are called by now, else by name", () => {
    const renamed = known({
      location_id: "sloc_2",
      name: "Halle 1",
      code: "main",
      sales_channel_ids: ["sc_web"],
    })
    expect(plan({ sales_channels: ["Web"] }, shop(renamed, known({})))).toMatchObject({
      ...{ location_id: "sloc_2", add_channels: [], is_changed: false },
    })
    expect(plan({ sales_channels: ["sc_till"] }, shop(known({})))).toMatchObject({
      ...{ location_id: "sloc_1", add_channels: ["sc_till"], is_changed: true },
    })
  })

  it.each([
    ["two of the name", {}, shop(known({}), known({ location_id: "sloc_2" })), ["several"]],
    ["another code", {}, shop(known({ code: "hq" })), ['"hq"', '"main"']],
    ["an unknown channel", { sales_channels: ["Fax"] }, shop(), ["sales_channels", '"Fax"', '"Web"']],
  ])("are refused with %s", (_, location, on, parts) => {
    expect(refusal(() => plan(location, on))).toEqual(refused("invalid_setup", ...parts))
  })

  it("are the only ones, beside the shop's, that a rule can put stock at", () => {
    const setup = (code: string) =>
      read({ locations: [MAIN], rules: [{ match: { tag: "a" }, stock: { [code]: 1 } }] })
    const on = shop(known({ location_id: "sloc_9", name: "Shop", code: "shop" }))
    expect(planLocations(setup("shop"), on)).toHaveLength(1)
    expect(refusal(() => planLocations(setup("mian"), on))).toEqual(
      refused("invalid_setup", "rules\\[0\\]\\.stock", '"mian"', '"main"', '"shop"')
    )
    const byDefault = read({ locations: [MAIN], default_location: "x" })
    expect(refusal(() => planLocations(byDefault, on))).toEqual(
      refused("invalid_setup", "default_location", '"x"')
    )
  })

  it("are chosen by id, code or name, or are the default one or the only one", () => {
    const [a, b] = [known({ code: "a" }), known({ location_id: "sloc_2", name: "B", code: "b" })]
    for (const asked of ["sloc_2", "b", "B"]) expect(chooseLocation(shop(a, b), asked)).toBe(b)
    expect(chooseLocation(shop(a))).toBe(a)
    expect(
      chooseLocation({
        ...shop(a, b),
        store: { id: "s", default_location_id: "sloc_2", default_sales_channel_id: null },
      })
    ).toBe(b)
    expect(refusal(() => chooseLocation(shop(a, b)))).toEqual(
      refused("unknown_location", "no default", "--location")
    )
    expect(refusal(() => chooseLocation(shop(a, b), "c"))).toEqual(refused("unknown_location", '"c"', '"a"'))
    expect(refusal(() => chooseLocation(shop(b, { ...b, location_id: "s" }), "B"))).toEqual(
      refused("unknown_location", "2")
    )
  })
})

describe("a file of quantities", () => {
  const parse = (...lines: string[]) => parseQuantities(lines.join("\r\n"), false)

  it("names variants by id or SKU, in any order of columns, with others passed over", () => {
    expect(parse("\uFEFFQuantity;note;SKU;variant_id", "3;a;A-1;", '0;"b;c"; B-1 ;variant_2', "")).toEqual([
      { line: 2, variant_id: null, sku: "A-1", quantity: 3 },
      { line: 3, variant_id: "variant_2", sku: "B-1", quantity: 0 },
    ])
  })

  it.each([
    ["a header without quantity", ["sku,stock", "A,1"], "invalid_csv", ["Line 1", "stock"]],
    ["a header without a name of variants", ["quantity", "1"], "invalid_csv", ["Line 1"]],
    ["a line with a field too many", ["sku,quantity", "A,1", "B,1,2", "C,1"], "invalid_csv", ["Line 3"]],
    ["a quote that does not end", ["sku,quantity", 'A,"1'], "invalid_csv", ["Line 2"]],
    ["a line that names nobody", ["sku,quantity", "A,1", ",1"], "invalid_csv", ["Line 3"]],
    [
      "a word for a quantity",
      ["sku,quantity", "A,1", "B,many", "C,1"],
      "invalid_quantity",
      ["Line 3", '"B"', "many"],
    ],
    ["a negative quantity", ["sku,quantity", "A,-1"], "invalid_quantity", ["Line 2", "-1"]],
    ["a fraction", ["sku,quantity", "A,1.5"], "invalid_quantity", ["Line 2", "1\\.5"]],
    ["no quantity", ["sku,quantity", "A,"], "invalid_quantity", ["Line 2", '""']],
    ["infinity", ["sku,quantity", "A,Infinity"], "invalid_quantity", ["Line 2"]],
    ["a variant twice", ["sku,quantity", "A,1", "B,1", "A,1"], "duplicate_row", ["Lines 2 and 4", '"A"']],
  ])("is refused as a whole for %s", (_, lines, code, parts) => {
    expect(refusal(() => parse(...lines))).toEqual(refused(code, ...parts))
  })

  it("is one of three sources", () => {
    expect(parseSource("csv:a b.csv")).toEqual({ kind: "csv", file: "a b.csv" })
    expect(parseSource("metadata:qty:on hand")).toEqual({ kind: "metadata", key: "qty:on hand" })
    expect(parseSource("column:inventory_quantity")).toEqual({ kind: "column" })
    for (const from of ["", "metadata:", "column:title", "xml:a", "quantity"]) {
      expect(refusal(() => parseSource(from))).toEqual(refused("invalid_parameter", "metadata:<key>"))
    }
  })
})
