import { AvailabilityStatus } from "../../status"
import { decideVariant, type VariantQuestion } from "../decide-variant"
import { book, ELSEWHERE, hours, level, override, part, policy, question } from "./situations"

const told = (q: VariantQuestion) => {
  const { status, reason, purchasable } = decideVariant(q)
  return { status, reason, purchasable }
}

const STALE = hours(-31)
const tomorrow = policy({ release_date: hours(24) })
const discontinued = policy({ discontinued: true })

describe("The decision table", () => {
  it("1: what is not for sale is out of stock, however many there are", () => {
    expect(told(question(book([level(50)]), { policies: [policy({ not_for_sale: "recalled" })] }))).toEqual({
      status: "out_of_stock",
      reason: "not_for_sale",
      purchasable: false,
    })
  })

  it.each(Object.values(AvailabilityStatus))("2: a manual override shows %s, as it was set", (status) => {
    const decided = told(question(book([level(50)]), { overrides: [override(status)] }))
    expect(decided).toMatchObject({ status, reason: "override" })
  })

  it("2: an override to in_stock with nothing to reserve shows the status and cannot be bought", () => {
    const q = question(book([level(0)]), { overrides: [override(AvailabilityStatus.IN_STOCK)] })
    expect(told(q)).toEqual({ status: "in_stock", reason: "override", purchasable: false })
  })

  it("2a: a source silent for longer than its limit and the grace time means out of stock", () => {
    expect(told(question(book([level(50, { as_of: STALE })])))).toEqual({
      status: "out_of_stock",
      reason: "stale_source",
      purchasable: false,
    })
  })

  it("3: a discontinued title with nothing left is discontinued", () => {
    expect(told(question(book([level(0)]), { policies: [discontinued] }))).toEqual({
      status: "discontinued",
      reason: "discontinued",
      purchasable: false,
    })
  })

  it("4: a release date in the future is a preorder, which can be bought when one can be reserved", () => {
    expect(told(question(book([level(50)]), { policies: [tomorrow] }))).toEqual({
      status: "preorder",
      reason: "not_released",
      purchasable: true,
    })
    expect(told(question(book([level(0)]), { policies: [tomorrow] })).purchasable).toBe(false)
    expect(
      told(question(book([level(0)], { allow_backorder: true }), { policies: [tomorrow] })).purchasable
    ).toBe(true)
  })

  it("4: a strict on-sale date in the future counts like a release date, the later of the two is shown", () => {
    const policies = [policy({ release_date: hours(24), strict_on_sale_date: hours(48) })]
    const q = question(book([level(50)]), { policies })
    expect(decideVariant(q)).toMatchObject({ status: "preorder", available_on: hours(48) })
    const released = [policy({ release_date: hours(-24), strict_on_sale_date: hours(48) })]
    expect(decideVariant({ ...q, policies: released })).toMatchObject({ available_on: hours(48) })
  })

  it("4: where preorders are not allowed, what is to be released is incoming", () => {
    const policies = [policy({ release_date: hours(24), allow_preorder: false })]
    expect(decideVariant(question(book([level(50)]), { policies }))).toMatchObject({
      status: "incoming",
      reason: "not_released",
      purchasable: false,
      available_on: null,
    })
  })

  it("5: a variant whose inventory is not managed is in stock, without any limit", () => {
    expect(decideVariant(question(book([], { manage_inventory: false })))).toMatchObject({
      status: "in_stock",
      reason: "inventory_not_managed",
      purchasable: true,
      quantity: null,
      available_quantity: null,
    })
  })

  it("6: more than the threshold is in stock", () => {
    expect(told(question(book([level(11)])))).toEqual({
      status: "in_stock",
      reason: "above_threshold",
      purchasable: true,
    })
  })

  it.each([10, 1])("7: %i, at or under the threshold of 10, is low stock", (units) => {
    expect(told(question(book([level(units)])))).toEqual({
      status: "low_stock",
      reason: "at_or_below_threshold",
      purchasable: true,
    })
  })

  it("8: nothing left and backorder allowed is a backorder with its lead time", () => {
    const policies = [policy({ lead_time_days: { min: 3, max: 5 } })]
    expect(decideVariant(question(book([level(0)], { allow_backorder: true }), { policies }))).toMatchObject({
      status: "backorder",
      reason: "backorder_allowed",
      purchasable: true,
      quantity: 0,
      lead_time_days: { min: 3, max: 5 },
    })
  })

  it("8: backorder needs a level at a location of the channel, since core reserves nowhere else", () => {
    const q = question(book([level(0, { location_id: ELSEWHERE })], { allow_backorder: true }))
    expect(told(q)).toMatchObject({ status: "out_of_stock", reason: "nothing_to_sell" })
  })

  it("9: units on their way here are incoming", () => {
    expect(told(question(book([level(0, { incoming: 5 })])))).toEqual({
      status: "incoming",
      reason: "units_incoming",
      purchasable: false,
    })
  })

  it("9: units on their way to another channel's location are not", () => {
    const q = question(book([level(0), level(0, { location_id: ELSEWHERE, incoming: 5 })]))
    expect(told(q)).toMatchObject({ status: "out_of_stock" })
  })

  it("9: a product without a variant is incoming", () => {
    expect(told(question(null))).toEqual({ status: "incoming", reason: "no_variant", purchasable: false })
  })

  it("9: a variant without an inventory item, or without a level anywhere, is incoming", () => {
    const noLevelYet = { status: "incoming", reason: "no_level_yet", purchasable: false }
    expect(told(question(book([], { parts: [] })))).toEqual(noLevelYet)
    expect(told(question(book([])))).toEqual(noLevelYet)
    expect(told(question(book([], { parts: [part([level(5)]), part([])] })))).toEqual(noLevelYet)
  })

  it("10: nothing to sell, to promise or to expect is out of stock", () => {
    expect(told(question(book([level(0)])))).toEqual({
      status: "out_of_stock",
      reason: "nothing_to_sell",
      purchasable: false,
    })
  })

  it("10: levels at other channels' locations only are out of stock", () => {
    const there = book([level(50, { location_id: ELSEWHERE })])
    expect(told(question(there))).toMatchObject({ status: "out_of_stock", reason: "nothing_to_sell" })
    expect(told(question(there, { location_ids: [] }))).toMatchObject({ status: "out_of_stock" })
  })

  it("10: they are so even when their source has been silent for too long", () => {
    const q = question(book([level(50, { location_id: ELSEWHERE, as_of: STALE })]))
    expect(told(q)).toMatchObject({ status: "out_of_stock", reason: "nothing_to_sell" })
  })

  it("10: units that are all kept back as safety stock are not on their way", () => {
    const q = question(book([level(5)]), { policies: [policy({ safety_stock: 5 })] })
    expect(told(q)).toMatchObject({ status: "out_of_stock", reason: "nothing_to_sell" })
  })
})

describe("First match wins", () => {
  const inStock = override(AvailabilityStatus.IN_STOCK)

  it("1 before 2: no override makes sellable what is not for sale", () => {
    const policies = [policy({ not_for_sale: "withdrawn" })]
    expect(told(question(book([level(50)]), { policies, overrides: [inStock] }))).toEqual({
      status: "out_of_stock",
      reason: "not_for_sale",
      purchasable: false,
    })
  })

  it("2 before 2a: an override holds although the source is silent, but nothing can be bought on it", () => {
    const q = question(book([level(50, { as_of: STALE })]), { overrides: [inStock] })
    expect(told(q)).toEqual({ status: "in_stock", reason: "override", purchasable: false })
  })

  it("2a before 3: what a silent source last said of a discontinued title is not believed either", () => {
    const q = question(book([level(0, { as_of: STALE })]), { policies: [discontinued] })
    expect(told(q)).toMatchObject({ status: "out_of_stock", reason: "stale_source" })
  })

  it("2a before 4: a silent source beats a release date", () => {
    const q = question(book([level(50, { as_of: STALE })]), { policies: [tomorrow] })
    expect(told(q)).toMatchObject({ reason: "stale_source" })
  })

  it("3 before 4: a title discontinued before its release is discontinued", () => {
    const policies = [policy({ discontinued: true, release_date: hours(24) })]
    expect(told(question(book([level(0)]), { policies }))).toMatchObject({ reason: "discontinued" })
  })

  it("3 needs nothing left: the last units of a discontinued title are sold", () => {
    expect(told(question(book([level(3)]), { policies: [discontinued] }))).toMatchObject({
      status: "low_stock",
      purchasable: true,
    })
    const unmanaged = book([], { manage_inventory: false })
    expect(told(question(unmanaged, { policies: [discontinued] })).status).toBe("in_stock")
  })

  it("3 before 8 and 9: a discontinued title is neither backordered nor expected", () => {
    const q = question(book([level(0, { incoming: 5 })], { allow_backorder: true }), {
      policies: [discontinued],
    })
    expect(told(q).status).toBe("discontinued")
    expect(told(question(null, { policies: [discontinued] })).status).toBe("discontinued")
  })

  it("4 before 5: a download that is not released yet is a preorder", () => {
    const q = question(book([], { manage_inventory: false }), { policies: [tomorrow] })
    expect(told(q)).toEqual({ status: "preorder", reason: "not_released", purchasable: true })
  })

  it("4 before 6 and 9: stock that arrived early, and a product without a variant, wait for the release", () => {
    expect(told(question(book([level(50)]), { policies: [tomorrow] })).reason).toBe("not_released")
    expect(told(question(null, { policies: [tomorrow] }))).toEqual({
      status: "preorder",
      reason: "not_released",
      purchasable: false,
    })
  })

  it("5 before 6 to 10: levels of a variant that is not managed do not matter", () => {
    const q = question(book([level(0, { as_of: STALE })], { manage_inventory: false }))
    expect(told(q)).toMatchObject({ status: "in_stock", reason: "inventory_not_managed", purchasable: true })
  })

  it("6 before 7, 7 before 8: backorder begins only when nothing is left", () => {
    const one = book([level(1)], { allow_backorder: true })
    expect(told(question(one, { options: { low_stock_threshold: 0 } })).status).toBe("in_stock")
    expect(told(question(one)).status).toBe("low_stock")
  })

  it("8 before 9: what can be backordered is not merely incoming", () => {
    const q = question(book([level(0, { incoming: 5 })], { allow_backorder: true }))
    expect(told(q).status).toBe("backorder")
  })

  it("9 before 10: expected units come before out of stock", () => {
    expect(told(question(book([level(-2, { incoming: 1 })]))).status).toBe("incoming")
  })
})
