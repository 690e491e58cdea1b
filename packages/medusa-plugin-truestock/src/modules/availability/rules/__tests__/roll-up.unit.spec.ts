import { parseOptions } from "../../../../options"
import type { ProductFacts, VariantFacts } from "../../facts"
import { AvailabilityStatus, BEST_FIRST } from "../../status"
import { bestOf } from "../best-of"
import { decideProduct } from "../decide-product"
import { book, ELSEWHERE, HERE, hours, level, NEARBY, NOW, override, policy, product } from "./situations"

const OPTIONS = parseOptions({})
const { IN_STOCK, LOW_STOCK, OUT_OF_STOCK } = AvailabilityStatus

const variant = (id: string, units: number, more: Partial<VariantFacts> = {}) => ({
  ...book([level(units)], more),
  id,
})
/** In one channel that sells from HERE, unless said otherwise. */
const decide = (known: Partial<ProductFacts>) =>
  decideProduct(product({ channels: [{ id: "sc_web", location_ids: [HERE] }], ...known }), NOW, OPTIONS)

describe("The best status", () => {
  it("goes in stock, low stock, preorder, backorder, incoming, out of stock, discontinued", () => {
    expect(BEST_FIRST).toEqual([
      "in_stock",
      "low_stock",
      "preorder",
      "backorder",
      "incoming",
      "out_of_stock",
      "discontinued",
    ])
  })

  it.each(BEST_FIRST.slice(1).map((worse, i) => [BEST_FIRST[i]!, worse]))("%s beats %s", (better, worse) => {
    const a = { status: better, purchasable: false, quantity: 0 }
    const b = { status: worse, purchasable: true, quantity: null }
    expect(bestOf([a, b])).toBe(a)
    expect(bestOf([b, a])).toBe(a)
  })

  it("of equals is the one that can be bought, then the one with more units, then without a limit", () => {
    const of = (purchasable: boolean, quantity: number | null) => ({
      status: IN_STOCK,
      purchasable,
      quantity,
    })
    const [noLimit, many, few, unbuyable] = [of(true, null), of(true, 9), of(true, 1), of(false, 50)]
    expect(bestOf([few, unbuyable, many, noLimit])).toBe(noLimit)
    expect(bestOf([few, unbuyable, many])).toBe(many)
    expect(bestOf([unbuyable, few])).toBe(few)
  })

  it("of nothing is nothing", () => {
    expect(bestOf([])).toBeNull()
  })
})

describe("A product", () => {
  it("takes its best variant in each channel, and its best channel in its summary", () => {
    const { channels, summary } = decide({
      channels: [
        { id: "sc_web", location_ids: [HERE] },
        { id: "sc_shop", location_ids: [NEARBY] },
      ],
      variants: [variant("paperback", 3), variant("hardcover", 0)],
    })
    expect(channels.map((c) => [c.sales_channel_id, c.product.status])).toEqual([
      ["sc_web", "low_stock"],
      ["sc_shop", "out_of_stock"],
    ])
    expect(channels[0]!.variants.map((v) => [v.variant_id, v.decision.status])).toEqual([
      ["paperback", "low_stock"],
      ["hardcover", "out_of_stock"],
    ])
    expect(summary).toMatchObject({ status: "low_stock", purchasable: true, quantity: 3 })
  })

  it("can be bought as soon as one variant can, although the best status is another's", () => {
    const overrides = [{ ...override(IN_STOCK), variant_id: "paperback" }]
    const { summary } = decide({ variants: [variant("paperback", 0), variant("hardcover", 3)], overrides })
    expect(summary).toMatchObject({ status: "in_stock", purchasable: true })
  })

  it("without a variant is incoming in each of its channels", () => {
    const { summary, channels } = decide({})
    expect(channels[0]).toMatchObject({ product: { status: "incoming", reason: "no_variant" }, variants: [] })
    expect(summary).toMatchObject({ status: "incoming", reason: "no_variant" })
  })

  it("in no channel is judged without any location", () => {
    const { summary, channels } = decide({ channels: [], variants: [variant("paperback", 50)] })
    expect(channels).toEqual([])
    expect(summary).toMatchObject({ status: "out_of_stock", reason: "nothing_to_sell" })
  })

  it("in a channel without any location has nothing to sell there", () => {
    const channels = [{ id: "sc_web", location_ids: [] }]
    expect(decide({ channels, variants: [variant("paperback", 50)] }).summary.status).toBe("out_of_stock")
  })

  it("that is overridden in one channel is so there alone", () => {
    const { channels } = decide({
      channels: [
        { id: "sc_web", location_ids: [HERE] },
        { id: "sc_shop", location_ids: [HERE] },
      ],
      variants: [variant("paperback", 3)],
      overrides: [override(OUT_OF_STOCK, { sales_channel_id: "sc_shop" })],
    })
    expect(channels.map((c) => c.product.status)).toEqual([LOW_STOCK, OUT_OF_STOCK])
  })

  it("is judged at every location that has a level of it, alone, whichever channel sells from there", () => {
    const levels = [level(50), level(0, { location_id: ELSEWHERE }), level(3, { location_id: NEARBY })]
    const { locations } = decide({ variants: [{ ...book(levels), id: "paperback" }] })
    expect(locations.map((l) => [l.location_id, l.decision.status, l.decision.quantity])).toEqual([
      [ELSEWHERE, "out_of_stock", 0],
      [HERE, "in_stock", 50],
      [NEARBY, "low_stock", 3],
    ])
  })

  it("is due when the first of its variants is", () => {
    const releases = [policy({ variant_id: "a", release_date: hours(2) })]
    const sooner = policy({ variant_id: "b", release_date: hours(1) })
    const { due_at, summary } = decide({
      variants: [variant("a", 5), variant("b", 5)],
      policies: [...releases, sooner],
    })
    expect(due_at).toEqual(new Date(hours(1)))
    expect(summary.due_at).toEqual(new Date(hours(1)))
  })

  it("without a variant is due when its release is", () => {
    expect(decide({ policies: [policy({ release_date: hours(2) })] }).due_at).toEqual(new Date(hours(2)))
  })
})
