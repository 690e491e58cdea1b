import { parseOptions } from "../../../../options"
import type { LevelFacts, PolicyFacts } from "../../facts"
import { judgeForSale, type SaleFacts, type SaleJudgement } from "../judge-for-sale"
import { refuseDemand } from "../refuse-demand"

const NOW = new Date("2026-11-21T12:00:00Z")
const OPTIONS = parseOptions({})
const CHANNEL = "sc_web"

const level = (location_id: string, available: number, more: Partial<LevelFacts> = {}): LevelFacts => ({
  ...{ location_id, available, incoming: 0, as_of: null },
  ...more,
})

const policy = (fields: Partial<PolicyFacts>): PolicyFacts => ({
  ...{ variant_id: null, location_id: null, low_stock_threshold: null, safety_stock: null },
  ...{ backorder_limit: null, lead_time_days: null, release_date: null, strict_on_sale_date: null },
  ...{ allow_preorder: null, discontinued: null, not_for_sale: null },
  ...fields,
})

const facts = (levels: LevelFacts[], more: Partial<SaleFacts> = {}, allow_backorder = false): SaleFacts => ({
  ...{ product_id: "prod_1", is_published: true, is_in_channel: true, location_ids: ["here", "there"] },
  variant: {
    ...{ id: "variant_1", manage_inventory: true, allow_backorder },
    parts: [{ inventory_item_id: "iitem_1", required: 1, levels }],
  },
  ...{ policies: [], overrides: [] },
  ...more,
})

const judge = (known: SaleFacts | undefined, channel: string | null = CHANNEL) =>
  judgeForSale("variant_1", known, channel, NOW, OPTIONS)

describe("A cart may hold a variant", () => {
  it("as the label says, and as many as one location has", () => {
    expect(judge(facts([level("here", 3), level("there", 5), level("elsewhere", 9)]))).toEqual({
      ...{ variant_id: "variant_1", status: "low_stock", reason: "at_or_below_threshold" },
      ...{ purchasable: true, most_per_order: 5 },
    })
  })

  it("only where its product is shown", () => {
    expect(judge(undefined)).toMatchObject({ reason: "unknown_variant", purchasable: false, status: null })
    expect(judge(facts([level("here", 3)], { is_published: false })).reason).toBe("not_published")
    expect(judge(facts([level("here", 3)], { is_in_channel: false })).reason).toBe("not_in_sales_channel")
  })

  it("without a sales channel only if nothing needs to be reserved", () => {
    const nowhere = facts([level("here", 3)], { is_in_channel: false, location_ids: [] })
    expect(judge(nowhere, null).purchasable).toBe(false)
    const unmanaged = { ...nowhere, variant: { ...nowhere.variant, manage_inventory: false } }
    expect(judge(unmanaged, null)).toMatchObject({ purchasable: true, most_per_order: null })
  })

  it("beyond its stock as far as the backorder limit of a location goes", () => {
    const levels = [level("here", 3), level("there", -1)]
    const most = (policies: PolicyFacts[]) => judge(facts(levels, { policies }, true)).most_per_order
    expect(most([policy({ backorder_limit: 2 })])).toBe(5)
    expect(most([policy({ backorder_limit: 0 })])).toBe(3)
    expect(most([])).toBeNull()
    const there = policy({ variant_id: "variant_1", location_id: "there", backorder_limit: 9 })
    expect(most([policy({ backorder_limit: 2 }), there])).toBe(8)
    // Safety stock is kept from orders that stock covers, not from what may be owed.
    expect(most([policy({ backorder_limit: 2, safety_stock: 4 })])).toBe(5)
  })

  it("not beyond a level whose source has been silent", () => {
    const silent = level("there", 50, { as_of: "2026-11-01T00:00:00Z" })
    const policies = [policy({ backorder_limit: 2 })]
    expect(judge(facts([level("here", 1), silent], { policies }, true)).most_per_order).toBe(3)
  })
})

describe("A demand is refused", () => {
  const judgement = judge(facts([level("here", 3)]))
  const refuse = (judged: SaleJudgement, units: number) => refuseDemand(judged, units, OPTIONS)

  it("not while one order can get it", () => {
    expect(refuse(judgement, 3)).toBeNull()
    expect(refuse({ ...judgement, most_per_order: null }, 1e9)).toBeNull()
  })

  it("when it is larger, naming what was requested and what there is", () => {
    expect(refuse(judgement, 4)).toEqual({
      code: "insufficient_inventory",
      message: `Of variant "variant_1" 4 were requested in one cart; 3 can be got now.`,
    })
  })

  it("when it is not purchasable, naming status and reason, however small", () => {
    expect(refuse(judge(facts([level("here", 0)])), 1)).toEqual({
      code: "not_purchasable",
      message: `Variant "variant_1" cannot be bought now: it is out_of_stock.`,
    })
  })

  it("in the same words whether it is hidden or never was: they are read by shoppers", () => {
    const hidden = [undefined, facts([], { is_published: false }), facts([], { is_in_channel: false })]
    const messages = hidden.map((known) => refuse(judge(known), 1)?.message)
    expect(new Set(messages)).toEqual(
      new Set([`Variant "variant_1" cannot be bought now: the sales channel shows no such variant.`])
    )
  })

  it("without telling how many there are, where the shop does not", () => {
    const message = refuseDemand(judgement, 4, { expose_quantity: false })?.message
    expect(message).toBe(`Of variant "variant_1" 4 were requested in one cart; fewer can be got now.`)
  })
})
