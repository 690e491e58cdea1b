import { AvailabilityStatus } from "../../status"
import { decideVariant, type VariantQuestion } from "../decide-variant"
import { book, ELSEWHERE, hours, level, NEARBY, NOW, override, part, policy, question } from "./situations"

/** The answer a millisecond before, at, and a millisecond after the moment it is due. */
function around(q: VariantQuestion) {
  const { due_at } = decideVariant(q)
  return [-1, 0, 1].map((ms) => decideVariant({ ...q, now: new Date(due_at!.getTime() + ms) }).status)
}

describe("A source that falls silent", () => {
  const heard = (ago: number, available = 50, options = {}) =>
    decideVariant(question(book([level(available, { as_of: hours(-ago) })]), { options }))

  it("is believed within its limit of 6 hours, and for the grace time of 24 hours after it", () => {
    expect(heard(0).status).toBe("in_stock")
    expect(heard(6.01).status).toBe("in_stock")
    expect(heard(29.99)).toMatchObject({
      status: "in_stock",
      purchasable: true,
      due_at: new Date(hours(0.01)),
    })
  })

  it("is no longer believed when both have passed", () => {
    expect(heard(30)).toMatchObject({ status: "out_of_stock", reason: "stale_source", due_at: null })
  })

  it("may be given other limits", () => {
    const options = { source_limit_hours: 1, source_grace_hours: 0 }
    expect(heard(0.99, 50, options).status).toBe("in_stock")
    expect(heard(1, 50, options).reason).toBe("stale_source")
  })

  it("has said nothing of zero: before the grace time ends, its last zero is out of stock like any other", () => {
    expect(heard(29, 0).reason).toBe("nothing_to_sell")
    expect(heard(31, 0).reason).toBe("stale_source")
  })

  it("leaves what core knows to be read: the last figure stands beside the status", () => {
    expect(heard(31)).toMatchObject({ available_quantity: 50, purchasable: false })
  })

  it("takes its units away and no others, where another location's quantity is known", () => {
    const there = level(3, { location_id: NEARBY })
    const q = question(book([level(50, { as_of: hours(-31) }), there]))
    expect(decideVariant(q)).toMatchObject({ status: "low_stock", quantity: 3, purchasable: true })
  })

  it("of one part makes the whole kit unknown", () => {
    const q = question(book([], { parts: [part([level(50)]), part([level(50, { as_of: hours(-31) })])] }))
    expect(decideVariant(q).reason).toBe("stale_source")
  })

  it("does not stale a channel that does not sell from there", () => {
    const q = question(book([level(50), level(9, { location_id: ELSEWHERE, as_of: hours(-31) })]))
    expect(decideVariant(q).status).toBe("in_stock")
  })

  it("cannot backorder: its level counts as absent", () => {
    const levels = [level(0, { as_of: hours(-31) }), level(0, { location_id: NEARBY })]
    const backorder = book(levels, { allow_backorder: true })
    const policies = [policy({ variant_id: backorder.id, location_id: NEARBY, backorder_limit: 0 })]
    expect(decideVariant(question(backorder, { policies })).status).toBe("out_of_stock")
  })

  it("is heard from where it last spoke: in the level's metadata, or by itself", () => {
    const judged = (as_of: string | null, own: string | null) =>
      decideVariant(
        question(
          book([level(50, { as_of, sources: [{ as_of: own, limit_seconds: null, grace_seconds: null }] })])
        )
      )
    const [old, recent] = [hours(-31), hours(-1)]
    expect(judged(old, recent)).toMatchObject({ status: "in_stock", due_at: new Date(hours(29)) })
    expect(judged(recent, old)).toMatchObject({ status: "in_stock", due_at: new Date(hours(29)) })
    expect(judged(null, recent)).toMatchObject({ status: "in_stock", due_at: new Date(hours(29)) })
    expect(judged("yesterday, I think", old).reason).toBe("stale_source")
    expect(judged(old, null).reason).toBe("stale_source")
    expect(judged(null, null)).toMatchObject({ status: "in_stock", due_at: null })
  })

  it("may have limits of its own, which take the place of the shop's one by one", () => {
    const dueIn = (limit_seconds: number | null, grace_seconds: number | null) => {
      const sources = [{ as_of: hours(0), limit_seconds, grace_seconds }]
      return decideVariant(question(book([level(50, { sources })]))).due_at
    }
    expect(dueIn(3_600, 0)).toEqual(new Date(hours(1)))
    expect(dueIn(3_600, null)).toEqual(new Date(hours(25)))
    expect(dueIn(null, 0)).toEqual(new Date(hours(6)))
    expect(dueIn(null, null)).toEqual(new Date(hours(30)))
  })

  it("limits what the metadata says, too", () => {
    const sources = [{ as_of: null, limit_seconds: 3_600, grace_seconds: 0 }]
    const q = question(book([level(50, { as_of: hours(-2), sources })]))
    expect(decideVariant(q).reason).toBe("stale_source")
  })

  it("is not missed while another source of the same units is still believed", () => {
    const source = (as_of: string, limit_seconds: number) => ({ as_of, limit_seconds, grace_seconds: 0 })
    const sources = [source(hours(-1), 3_600), source(hours(-3), 4 * 3_600)]
    const q = question(book([level(50, { sources })]))
    expect(decideVariant(q)).toMatchObject({ status: "in_stock", due_at: new Date(hours(1)) })
  })

  it("is not meant by a time that is none", () => {
    const q = question(book([level(50, { as_of: "yesterday, I think" })]))
    expect(decideVariant(q)).toMatchObject({ status: "in_stock", due_at: null })
  })
})

describe("The moment a decision is due", () => {
  it("is none where time changes nothing", () => {
    expect(decideVariant(question(book([level(5)]))).due_at).toBeNull()
  })

  it("is the release, to the millisecond", () => {
    const q = question(book([level(50)]), { policies: [policy({ release_date: hours(2) })] })
    expect(decideVariant(q).due_at).toEqual(new Date(hours(2)))
    expect(around(q)).toEqual(["preorder", "in_stock", "in_stock"])
  })

  it("is the later of release and on-sale date", () => {
    const policies = [policy({ release_date: hours(2), strict_on_sale_date: hours(3) })]
    const q = question(book([level(50)]), { policies })
    expect(decideVariant(q).due_at).toEqual(new Date(hours(3)))
  })

  it("is the end of an override, to the millisecond", () => {
    const overrides = [override(AvailabilityStatus.OUT_OF_STOCK, { expires_at: hours(1) })]
    expect(around(question(book([level(50)]), { overrides }))).toEqual([
      "out_of_stock",
      "in_stock",
      "in_stock",
    ])
  })

  it("is the end of the grace time, to the millisecond", () => {
    const q = question(book([level(50, { as_of: hours(-29) })]))
    expect(decideVariant(q).due_at).toEqual(new Date(hours(1)))
    expect(around(q)).toEqual(["in_stock", "out_of_stock", "out_of_stock"])
  })

  it("is the first of several", () => {
    const q = question(book([level(50, { as_of: hours(-27) })]), {
      policies: [policy({ release_date: hours(2) })],
      overrides: [override(AvailabilityStatus.LOW_STOCK, { expires_at: hours(1) })],
    })
    expect(decideVariant(q).due_at).toEqual(new Date(hours(1)))
    expect(decideVariant({ ...q, now: new Date(hours(1)) }).due_at).toEqual(new Date(hours(2)))
    expect(decideVariant({ ...q, now: new Date(hours(2)) }).due_at).toEqual(new Date(hours(3)))
  })

  it("has passed for what lies behind: it is never now or earlier", () => {
    const policies = [policy({ release_date: NOW.toISOString(), strict_on_sale_date: hours(-1) })]
    const overrides = [override(AvailabilityStatus.IN_STOCK, { expires_at: NOW.toISOString() })]
    const q = question(book([level(50, { as_of: hours(-30) })]), { policies, overrides })
    expect(decideVariant(q).due_at).toBeNull()
  })
})
