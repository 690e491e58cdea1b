import type { PartFacts } from "../../facts"
import { decideVariant, type VariantQuestion } from "../decide-variant"
import { BOOK, book, ELSEWHERE, HERE, level, NEARBY, part, policy, question } from "./situations"

const counted = (q: VariantQuestion) => {
  const { status, quantity, available_quantity, purchasable } = decideVariant(q)
  return { status, quantity, available_quantity, purchasable }
}
const kit = (...parts: PartFacts[]) => question(book([], { parts }))
const there = (available: number) => level(available, { location_id: NEARBY })

describe("Units", () => {
  it("are added up over the channel's locations; one order gets those of one location", () => {
    const q = question(book([level(4), there(9), level(100, { location_id: ELSEWHERE })]))
    expect(counted(q)).toEqual({
      status: "in_stock",
      available_quantity: 13,
      quantity: 9,
      purchasable: true,
    })
  })

  it("of a location that the channel does not sell from do not count", () => {
    const q = question(book([level(4), there(9)]), { location_ids: [HERE] })
    expect(counted(q)).toMatchObject({ available_quantity: 4, quantity: 4 })
  })

  it("owed at one location lower the sum, as in core, but not what another can ship", () => {
    expect(counted(question(book([level(-3), there(5)])))).toEqual({
      status: "low_stock",
      available_quantity: 2,
      quantity: 5,
      purchasable: true,
    })
    expect(counted(question(book([level(-5), there(5)])))).toMatchObject({
      status: "out_of_stock",
      available_quantity: 0,
      purchasable: false,
    })
  })

  it("owed in sum are core's negative figure, and a quantity of 0", () => {
    expect(counted(question(book([level(-3)])))).toMatchObject({ available_quantity: -3, quantity: 0 })
  })

  it("that core knows nothing about are null, where the variant has no inventory item", () => {
    expect(counted(kit())).toMatchObject({ available_quantity: null, quantity: 0 })
  })

  it("larger than the column are stored as the largest it holds", () => {
    expect(counted(question(book([level(5e9)])))).toMatchObject({
      available_quantity: 2_147_483_647,
      quantity: 2_147_483_647,
    })
  })
})

describe("A kit", () => {
  it("needs its required quantity of each part", () => {
    expect(counted(kit(part([level(7)], 2)))).toMatchObject({ available_quantity: 3, quantity: 3 })
    expect(counted(kit(part([level(1)], 2)))).toMatchObject({ status: "out_of_stock", available_quantity: 0 })
  })

  it("is counted by its scarcest part", () => {
    const q = kit(part([level(100)], 1), part([level(9)], 4), part([level(50)], 3))
    expect(counted(q)).toMatchObject({ available_quantity: 2, quantity: 2 })
  })

  it("says what one order line can get beside the sum, also of what is not for sale", () => {
    const levels = [level(4), there(9)]
    const stopped = question(book(levels), { policies: [policy({ discontinued: true })] })
    for (const q of [question(book(levels)), stopped]) {
      expect(decideVariant(q)).toMatchObject({ available_quantity: 13, max_single_location: 9 })
    }
    const keptBack = question(book(levels), { policies: [policy({ safety_stock: 2 })] })
    expect(decideVariant(keptBack)).toMatchObject({ available_quantity: 13, max_single_location: 7 })
    expect(decideVariant(question(book([level(-3)])))).toMatchObject({ max_single_location: 0 })
    expect(decideVariant(kit())).toMatchObject({ available_quantity: null, max_single_location: null })
  })

  it("is floored after the sum, not per location", () => {
    const q = kit(part([level(3), there(3)], 2))
    expect(counted(q)).toMatchObject({ available_quantity: 3, quantity: 1 })
  })

  it("whose parts lie apart shows its status, but cannot be bought when no location has one part's worth", () => {
    expect(counted(kit(part([level(1), there(1)], 2)))).toEqual({
      status: "low_stock",
      available_quantity: 1,
      quantity: 0,
      purchasable: false,
    })
  })

  it("may take each part from a location of its own", () => {
    expect(counted(kit(part([level(5)], 1), part([there(5)], 1)))).toMatchObject({
      quantity: 5,
      purchasable: true,
    })
  })

  it("is negative downwards, as core's floor is", () => {
    expect(counted(kit(part([level(-1)], 2)))).toMatchObject({ available_quantity: -1, quantity: 0 })
  })

  it("is incoming when units of every short part are on their way", () => {
    const short = part([level(0, { incoming: 8 })], 2)
    expect(counted(kit(part([level(9)], 2), short)).status).toBe("incoming")
    expect(counted(kit(part([level(1)], 2), short)).status).toBe("out_of_stock")
  })

  it("is backordered only when every part can be", () => {
    const q = (second: PartFacts) =>
      question(book([], { allow_backorder: true, parts: [part([level(0)]), second] }))
    expect(counted(q(part([level(0)], 3)))).toMatchObject({ status: "backorder", purchasable: true })
    expect(counted(q(part([level(0, { location_id: ELSEWHERE })], 3)))).toMatchObject({
      status: "out_of_stock",
    })
  })
})

describe("Safety stock", () => {
  it("is kept back at each location, from the status and the quantity, not from core's figure", () => {
    const q = question(book([level(5), there(8)]), { policies: [policy({ safety_stock: 3 })] })
    expect(counted(q)).toEqual({
      status: "low_stock",
      available_quantity: 13,
      quantity: 5,
      purchasable: true,
    })
    const options = { safety_stock: 3, low_stock_threshold: 6 }
    expect(counted(question(book([level(5), there(8)]), { options })).status).toBe("in_stock")
    expect(
      counted(question(book([level(5), there(8)]), { options: { ...options, safety_stock: 4 } })).status
    ).toBe("low_stock")
  })

  it("may differ by location", () => {
    const policies = [policy({ variant_id: BOOK, location_id: NEARBY, safety_stock: 8 })]
    expect(counted(question(book([level(5), there(8)]), { policies }))).toMatchObject({
      status: "low_stock",
      quantity: 5,
    })
    expect(counted(question(book([there(8)]), { policies }))).toMatchObject({
      status: "out_of_stock",
      available_quantity: 8,
      quantity: 0,
    })
  })

  it("is counted in units of the variant: a kit keeps the parts of so many back", () => {
    const q = (units: number) =>
      question(book([], { parts: [part([level(units)], 4)] }), { policies: [policy({ safety_stock: 2 })] })
    expect(counted(q(11))).toMatchObject({ status: "out_of_stock", quantity: 0, available_quantity: 2 })
    expect(counted(q(12))).toMatchObject({ status: "low_stock", quantity: 1, available_quantity: 3 })
  })

  it("of a location without a level keeps nothing back", () => {
    const q = question(book([level(5)]), { policies: [policy({ safety_stock: 3 })] })
    expect(counted(q)).toMatchObject({ quantity: 2, status: "low_stock" })
  })
})

describe("The low-stock threshold", () => {
  it.each([
    [5, 6, "in_stock"],
    [5, 5, "low_stock"],
    [0, 1, "in_stock"],
  ])("of %i makes %i units %s", (low_stock_threshold, units, status) => {
    const policies = [policy({ low_stock_threshold })]
    expect(counted(question(book([level(units)]), { policies })).status).toBe(status)
  })

  it("of 0 means that nothing is ever low, and nothing left is still out of stock", () => {
    const policies = [policy({ low_stock_threshold: 0 })]
    expect(counted(question(book([level(0)]), { policies })).status).toBe("out_of_stock")
  })
})

describe("The backorder limit", () => {
  const owing = (available: number, backorder_limit: number | null, required = 1) =>
    counted(
      question(book([], { allow_backorder: true, parts: [part([level(available)], required)] }), {
        policies: [policy({ backorder_limit })],
      })
    )

  it("lets one more be promised up to the limit, and none after it", () => {
    expect(owing(-4, 5)).toMatchObject({ status: "backorder", purchasable: true })
    expect(owing(-5, 5)).toMatchObject({ status: "out_of_stock", purchasable: false })
  })

  it("of 0 allows none", () => {
    expect(owing(0, 0).status).toBe("out_of_stock")
  })

  it("that is not set allows any number", () => {
    expect(owing(-1_000_000, null).status).toBe("backorder")
  })

  it("is counted in units of the variant: a kit may owe the parts of so many", () => {
    expect(owing(-4, 2, 3).status).toBe("out_of_stock")
    expect(owing(-3, 2, 3).status).toBe("backorder")
  })

  it("is one location's: another one may still promise", () => {
    const q = question(book([level(-5), there(-4)], { allow_backorder: true }), {
      policies: [policy({ backorder_limit: 5 })],
    })
    expect(counted(q)).toMatchObject({ status: "backorder", purchasable: true })
    const policies = [...q.policies, policy({ variant_id: BOOK, location_id: NEARBY, backorder_limit: 4 })]
    expect(counted({ ...q, policies })).toMatchObject({ status: "out_of_stock", purchasable: false })
  })

  it("means nothing where backorder is not allowed", () => {
    expect(counted(question(book([level(0)]), { policies: [policy({ backorder_limit: 5 })] })).status).toBe(
      "out_of_stock"
    )
  })
})
