import fc from "fast-check"
import { parseOptions } from "../../../../options"
import { AvailabilityStatus } from "../../status"
import { decideVariant } from "../decide-variant"
import { explainPolicy, resolvePolicy } from "../resolve-policy"
import { decideProduct } from "../decide-product"
import {
  BOOK,
  book,
  CHANNEL,
  HERE,
  hours,
  level,
  NEARBY,
  NOW,
  override,
  policy,
  product,
  question,
  supply,
} from "./situations"

const OPTIONS = parseOptions({ low_stock_threshold: 7, safety_stock: 2, backorder_limit: 9 })

describe("Policies", () => {
  const ofProduct = policy({ safety_stock: 3, low_stock_threshold: 30 })
  const ofVariant = policy({ variant_id: BOOK, safety_stock: 4 })
  const ofVariantHere = policy({ variant_id: BOOK, location_id: HERE, safety_stock: 5 })
  const all = [ofVariantHere, ofProduct, ofVariant]
  const anyPolicy = fc
    .record(
      {
        variant_id: fc.constantFrom(null, BOOK),
        safety_stock: fc.constantFrom(null, 0, 6),
        allow_preorder: fc.constantFrom(null, true, false),
        not_for_sale: fc.constantFrom(null, "recalled"),
      },
      { requiredKeys: ["variant_id"] }
    )
    .chain((said) =>
      fc.constantFrom(null, said.variant_id && HERE).map((location_id) => ({ ...said, location_id }))
    )
    .map(policy)

  it("resolve from variant and location over variant and product to the plugin's default", () => {
    const safetyStock = (policies = all) => resolvePolicy(policies, OPTIONS, BOOK, HERE).safety_stock
    expect(safetyStock()).toBe(5)
    expect(safetyStock([ofProduct, ofVariant])).toBe(4)
    expect(safetyStock([ofProduct])).toBe(3)
    expect(safetyStock([])).toBe(2)
  })

  it("of another variant or another location do not count", () => {
    expect(resolvePolicy(all, OPTIONS, BOOK, NEARBY).safety_stock).toBe(4)
    expect(resolvePolicy(all, OPTIONS, BOOK).safety_stock).toBe(4)
    expect(resolvePolicy(all, OPTIONS, "variant_other", HERE).safety_stock).toBe(3)
    expect(resolvePolicy(all, OPTIONS, null).safety_stock).toBe(3)
  })

  it("fall through field by field where a step says nothing", () => {
    expect(resolvePolicy(all, OPTIONS, BOOK, HERE)).toMatchObject({
      safety_stock: 5,
      low_stock_threshold: 30,
      backorder_limit: 9,
      allow_preorder: true,
      discontinued: false,
    })
  })

  it("are explained field by field: the value, and which step said it", () => {
    expect(explainPolicy(all, OPTIONS, BOOK, HERE)).toMatchObject({
      safety_stock: { value: 5, from: "variant_location" },
      low_stock_threshold: { value: 30, from: "product" },
      backorder_limit: { value: 9, from: "default" },
      release_date: { value: null, from: "default" },
      discontinued: { value: false, from: "default" },
    })
    expect(explainPolicy(all, OPTIONS, BOOK, NEARBY).safety_stock).toEqual({ value: 4, from: "variant" })
    expect(explainPolicy(all, OPTIONS, null).safety_stock).toEqual({ value: 3, from: "product" })
    expect(explainPolicy([], OPTIONS, null).safety_stock).toEqual({ value: 2, from: "default" })
  })

  it("are explained with the values that hold, whatever is said", () => {
    fc.assert(
      fc.property(fc.array(anyPolicy), (policies) => {
        const scopes: [string | null, string | null][] = [
          [null, null],
          [BOOK, null],
          [BOOK, HERE],
          [BOOK, NEARBY],
        ]
        for (const scope of scopes) {
          const explained = Object.entries(explainPolicy(policies, OPTIONS, ...scope))
          expect(Object.fromEntries(explained.map(([name, { value }]) => [name, value]))).toEqual(
            resolvePolicy(policies, OPTIONS, ...scope)
          )
        }
      })
    )
  })

  it("say something with 0 and false too: only null falls through", () => {
    const policies = [
      policy({ safety_stock: 3, allow_preorder: true, discontinued: true, backorder_limit: 5 }),
      policy({
        variant_id: BOOK,
        safety_stock: 0,
        allow_preorder: false,
        discontinued: false,
        backorder_limit: 0,
        low_stock_threshold: 0,
      }),
    ]
    expect(resolvePolicy(policies, OPTIONS, BOOK)).toMatchObject({
      safety_stock: 0,
      allow_preorder: false,
      discontinued: false,
      backorder_limit: 0,
      low_stock_threshold: 0,
    })
  })

  it("take a lead time whole: min and max come from the same step", () => {
    const policies = [
      policy({ lead_time_days: { min: 1, max: 30 } }),
      policy({ variant_id: BOOK, lead_time_days: { min: 2, max: 4 } }),
    ]
    expect(resolvePolicy(policies, OPTIONS, BOOK).lead_time_days).toEqual({ min: 2, max: 4 })
  })

  it("of a variant may bring forward the release date of the product", () => {
    const policies = [
      policy({ release_date: hours(24) }),
      policy({ variant_id: BOOK, release_date: hours(-24) }),
    ]
    expect(decideVariant(question(book([level(50)]), { policies })).status).toBe("in_stock")
  })

  it("of a variant at a location decide what is said of it there, and not in the channel", () => {
    const facts = product({
      variants: [book([level(20), level(20, { location_id: NEARBY })])],
      channels: [{ id: CHANNEL, location_ids: [HERE, NEARBY] }],
      policies: [policy({ variant_id: BOOK, location_id: NEARBY, low_stock_threshold: 25 })],
    })
    const { locations, summary } = decideProduct(facts, NOW, OPTIONS)
    expect(locations.map((l) => [l.location_id, l.decision.status])).toEqual([
      [HERE, "in_stock"],
      [NEARBY, "low_stock"],
    ])
    expect(summary.status).toBe("in_stock")
  })

  it("hold for a product without a variant as far as they are the product's", () => {
    const policies = [policy({ variant_id: BOOK, not_for_sale: "recalled" })]
    expect(decideVariant(question(null, { policies })).reason).toBe("no_variant")
    expect(decideVariant(question(null, { policies: [policy({ not_for_sale: "recalled" })] })).reason).toBe(
      "not_for_sale"
    )
  })
})

describe("What a supplier says of a variant", () => {
  const said = (
    policies: ReturnType<typeof policy>[],
    variant = book([level(0)], { allow_backorder: true })
  ) => decideVariant(question(variant, { policies }))

  it("holds where no policy says anything, before the plugin's options, and is explained as his", () => {
    const supplied = supply({ lead_time_days: { min: 7, max: 14 }, allow_preorder: false })
    const explained = explainPolicy([policy({ safety_stock: 1 }), supplied], OPTIONS, BOOK, HERE)
    expect(explained).toMatchObject({
      lead_time_days: { value: { min: 7, max: 14 }, from: "supply" },
      allow_preorder: { value: false, from: "supply" },
      safety_stock: { value: 1, from: "product" },
      discontinued: { value: false, from: "default" },
    })
    expect(said([supplied])).toMatchObject({ status: "backorder", lead_time_days: { min: 7, max: 14 } })
  })

  it("gives way to what a person says of the location, the variant or the product, be it no", () => {
    const supplied = supply({ discontinued: true, allow_preorder: true, lead_time_days: { min: 7, max: 14 } })
    const scopes = [{}, { variant_id: BOOK }, { variant_id: BOOK, location_id: HERE }]
    for (const scope of scopes) {
      const person = policy({ ...scope, discontinued: false, lead_time_days: { min: 1, max: 2 } })
      for (const policies of [
        [person, supplied],
        [supplied, person],
      ]) {
        expect(resolvePolicy(policies, OPTIONS, BOOK, HERE)).toMatchObject({
          ...{ discontinued: false, lead_time_days: { min: 1, max: 2 }, allow_preorder: true },
        })
      }
    }
  })

  it("is said of that variant, and neither of another nor of the product", () => {
    const supplied = supply({ discontinued: true })
    expect(resolvePolicy([supplied], OPTIONS, "variant_other").discontinued).toBe(false)
    expect(resolvePolicy([supplied], OPTIONS, null).discontinued).toBe(false)
  })

  it("is a preorder before its release or its strict on-sale date, whichever is later", () => {
    const supplied = supply({ release_date: hours(2), strict_on_sale_date: hours(48) })
    expect(said([supplied])).toMatchObject({ status: "preorder", available_on: hours(48), purchasable: true })
    expect(said([{ ...supplied, allow_preorder: false }])).toMatchObject({
      ...{ status: "incoming", purchasable: false },
    })
    expect(said([supplied, policy({ strict_on_sale_date: hours(-1) })]).available_on).toBe(hours(2))
  })

  it("is that it is discontinued, as soon as nothing is left", () => {
    expect(said([supply({ discontinued: true })], book([level(1)])).status).toBe("low_stock")
    expect(said([supply({ discontinued: true })], book([level(0)])).status).toBe("discontinued")
  })

  it("is that it is not for sale, which no override beats and no policy lifts", () => {
    const restricted = supply({ not_for_sale: "restricted" })
    const overrides = [override(AvailabilityStatus.IN_STOCK)]
    const silent = [policy({ not_for_sale: null, discontinued: false }), policy({ variant_id: BOOK })]
    const q = question(book([level(50)]), { policies: [...silent, restricted], overrides })
    expect(decideVariant(q)).toMatchObject({
      status: "out_of_stock",
      reason: "not_for_sale",
      purchasable: false,
    })
    // A person may only give another reason.
    const recalled = policy({ not_for_sale: "recalled" })
    expect(resolvePolicy([restricted, recalled], OPTIONS, BOOK).not_for_sale).toBe("recalled")
  })
})
