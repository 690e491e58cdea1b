import { chooseTarget } from "../choose-target"
import { planVariant } from "../plan-variant"
import type { Setup, Target, VariantFacts } from "../setup"

const facts = (more: Partial<VariantFacts> = {}): VariantFacts => ({
  variant_id: "variant_1",
  sku: "SW-LINEN-01",
  variant_title: "Sample",
  product_title: "Linen Fabric",
  manage_inventory: true,
  names: {
    category: ["pcat_1", "Fabrics", "fabrics", "pcat_0", "Textiles", "textiles"],
    collection: ["pcol_1", "Summer", "summer"],
    tag: ["ptag_1", "natural"],
    type: [],
  },
  has_link: false,
  items: [],
  item_of_sku: null,
  ...more,
})

const to = (units: number): Target => ({ manage_inventory: true, stock: { main: units } })
const nothing: Target = { manage_inventory: true, stock: {} }

describe("the rules of a setup", () => {
  const stocked = (rules: Setup["rules"], more?: Partial<VariantFacts>) =>
    chooseTarget({ rules, otherwise: to(1) }, facts(more)).stock.main

  it("takes the first rule that matches, whatever comes after it, and else what is said otherwise", () => {
    const rules = [
      { match: { sku_prefix: ["sw-"] }, ...to(500) },
      { match: { title_contains: ["fabric"] }, ...to(200) },
    ]
    expect(stocked(rules)).toBe(500)
    expect(stocked([...rules].reverse())).toBe(200)
    expect(stocked(rules, { sku: null })).toBe(200)
    expect(stocked(rules, { sku: null, product_title: "Needles" })).toBe(1)
    expect(stocked([])).toBe(1)
  })

  it.each([
    ["an ancestor of a category", { category: ["TEXTILES"] }, true],
    ["an id", { category: ["pcat_1"] }, true],
    ["a part of a category's name", { category: ["Textile"] }, false],
    ["a collection", { collection: ["summer"] }, true],
    ["a tag", { tag: ["Natural"] }, true],
    ["a type that the product has not", { type: ["Summer"] }, false],
    ["a part of the variant's title", { title_contains: ["ampl"] }, true],
    ["the middle of a SKU", { sku_prefix: ["LINEN"] }, false],
    ["any of several values", { tag: ["none", "natural"] }, true],
    ["several fields that all match", { tag: ["natural"], category: ["Fabrics"] }, true],
    ["several fields of which one does not", { tag: ["natural"], category: ["Yarn"] }, false],
  ] as const)("matches by %s", (_, match, isMatch) => {
    expect(stocked([{ match: match as unknown as Setup["rules"][number]["match"], ...to(7) }])).toBe(
      isMatch ? 7 : 1
    )
  })
})

describe("what a variant lacks", () => {
  const at = { main: "sloc_main", overflow: "sloc_over" } as Record<string, string>
  const plan = (more: Partial<VariantFacts>, wanted = to(5)) =>
    planVariant(facts(more), wanted, (code) => at[code])
  const item = (more: object = {}) => ({
    ...{ inventory_item_id: "iitem_1", required_quantity: 1, is_shared: false, location_ids: [] as string[] },
    ...more,
  })

  it("is an item and its levels, where there is nothing", () => {
    expect(plan({ manage_inventory: false })).toMatchObject({
      ...{ left_alone: null, needs_item: true, takes_over: null, becomes_managed: true, levels_there: 0 },
      levels: [{ code: "main", stocked_quantity: 5 }],
    })
    expect(plan({}, nothing)).toMatchObject({ needs_item: true, levels: [] })
  })

  it("is only the level that is not there yet: an item is kept, a level keeps its stock", () => {
    const wanted = { manage_inventory: true, stock: { main: 5, overflow: 0 } }
    const has = { has_link: true, items: [item({ location_ids: ["sloc_main", "sloc_else"] })] }
    expect(plan(has, wanted)).toMatchObject({
      ...{ needs_item: false, takes_over: null, becomes_managed: false, levels_there: 1 },
      levels: [{ code: "overflow", stocked_quantity: 0 }],
    })
  })

  it("counts a location that is about to be created as one without levels", () => {
    const has = { has_link: true, items: [item({ location_ids: ["sloc_main"] })] }
    expect(planVariant(facts(has), to(5), () => undefined).levels).toHaveLength(1)
  })

  it("takes over the item that waits under the SKU, with the levels that it has", () => {
    const waiting = { inventory_item_id: "iitem_9", is_free: true, location_ids: ["sloc_main"] }
    expect(plan({ item_of_sku: waiting })).toMatchObject({
      ...{ takes_over: "iitem_9", needs_item: false, levels: [], levels_there: 1 },
    })
  })

  it.each([
    ["kit", { has_link: true, items: [item(), item({ inventory_item_id: "iitem_2" })] }],
    ["kit", { has_link: true, items: [item({ required_quantity: 2 })] }],
    ["shared_item", { has_link: true, items: [item({ is_shared: true })] }],
    ["item_gone", { has_link: true }],
    ["sku_taken", { item_of_sku: { inventory_item_id: "iitem_9", is_free: false, location_ids: [] } }],
  ])("is nobody's business here for a %s", (left_alone, more) => {
    expect(plan({ manage_inventory: false, ...more })).toMatchObject({
      ...{ left_alone, needs_item: false, becomes_managed: false, takes_over: null, levels: [] },
    })
  })

  it("is nothing where a rule says not to manage it", () => {
    expect(plan({}, { manage_inventory: false, stock: {} })).toMatchObject({
      left_alone: "not_managed",
      levels: [],
    })
  })
})
