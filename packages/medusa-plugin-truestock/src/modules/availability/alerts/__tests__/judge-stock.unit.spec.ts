import { parseOptions } from "../../../../options"
import type { PolicyFacts, StockFacts, VariantFacts } from "../../facts"
import { crossingOf, judgeStock, type StockState } from "../judge-stock"

const OPTIONS = parseOptions({})
const NOW = new Date("2026-11-22T12:00:00Z")

const level = (location_id: string, available: number, as_of: string | null = null) => ({
  ...{ location_id, available, incoming: 0, as_of },
})
const part = (required: number, ...levels: ReturnType<typeof level>[]) => ({
  ...{ inventory_item_id: `item_${required}`, required, levels },
})
const variant = (parts: VariantFacts["parts"], more: Partial<VariantFacts> = {}): VariantFacts => ({
  ...{ id: "v", manage_inventory: true, allow_backorder: false, parts },
  ...more,
})
const policy = (more: Partial<PolicyFacts>): PolicyFacts => ({
  ...{ variant_id: null, location_id: null, low_stock_threshold: null, safety_stock: null },
  ...{ backorder_limit: null, lead_time_days: null, release_date: null, strict_on_sale_date: null },
  ...{ allow_preorder: null, discontinued: null, not_for_sale: null },
  ...more,
})
const facts = (of: VariantFacts, more: Partial<StockFacts> = {}): StockFacts => ({
  ...{ product_id: "p", is_deleted: false, inactive_location_ids: [], policies: [], overrides: [] },
  ...{ previous_status: null, previous_channels: {}, variants: [of] },
  channels: [
    { id: "web", location_ids: ["a", "b"] },
    { id: "town", location_ids: ["b", "c"] },
  ],
  ...more,
})
const judge = (of: VariantFacts, more?: Partial<StockFacts>) => judgeStock(facts(of, more), NOW, OPTIONS)

describe("How a variant stands", () => {
  it("counts each location once that any of its channels sells from, and no other", () => {
    const of = variant([part(1, level("a", 4), level("b", 5), level("c", 6), level("elsewhere", 100))])
    expect(judge(of)).toEqual([
      { product_id: "p", variant_id: "v", state: "enough", quantity: 15, threshold: 10 },
    ])
  })

  it.each<[number, number | null, StockState]>([
    [11, null, "enough"],
    [10, null, "low"],
    [1, null, "low"],
    [0, null, "none"],
    [-3, null, "none"],
    [4, 3, "enough"],
    [3, 3, "low"],
    [1, 0, "enough"],
    [0, 0, "none"],
  ])("with %d units and a threshold of %s is %s", (units, low_stock_threshold, state) => {
    const policies = low_stock_threshold === null ? [] : [policy({ low_stock_threshold })]
    const [judged] = judge(variant([part(1, level("a", units))]), { policies })
    expect(judged).toMatchObject({ state, quantity: Math.max(0, units) })
  })

  it("takes safety stock off, and of a kit counts the kits", () => {
    const kit = variant([part(2, level("a", 30)), part(5, level("a", 60))])
    expect(judge(kit)).toMatchObject([{ quantity: 12, state: "enough" }])
    expect(judge(kit, { policies: [policy({ safety_stock: 3 })] })).toMatchObject([
      { quantity: 9, state: "low" },
    ])
  })

  it("is not watched where nobody waits for it", () => {
    const of = variant([part(1, level("a", 0))])
    expect(judge(variant(of.parts, { manage_inventory: false }))).toEqual([])
    expect(judge(variant([part(1)]))).toEqual([])
    expect(judge(variant([]))).toEqual([])
    expect(judge(variant([part(0, level("a", 1))]))).toEqual([])
    expect(judge(of, { channels: [] })).toEqual([])
    expect(judge(of, { is_deleted: true })).toEqual([])
    expect(judge(of, { policies: [policy({ discontinued: true })] })).toEqual([])
    expect(judge(of, { policies: [policy({ not_for_sale: "recalled" })] })).toEqual([])
  })

  it("is unknown, not none, when its source has been silent for too long", () => {
    expect(judge(variant([part(1, level("a", 40, "2026-11-01T00:00:00Z"))]))).toMatchObject([
      { state: "unknown" },
    ])
  })
})

describe("A crossing", () => {
  it.each<[StockState | null, StockState | null, string | null]>([
    ["enough", "low", "low_stock"],
    ["enough", "none", "out_of_stock"],
    ["low", "none", "out_of_stock"],
    ["none", "low", "back_in_stock"],
    ["none", "enough", "back_in_stock"],
    ["low", "enough", null],
    ["low", "low", null],
    [null, "low", null],
    [null, "none", null],
    ["low", null, null],
    ["enough", "unknown", null],
  ])("from %s to %s is %s", (before, now, kind) => {
    expect(crossingOf(before, now)).toBe(kind)
  })
})
