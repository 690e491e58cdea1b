import fc from "fast-check"
import type { LevelFacts } from "../../facts"
import { AvailabilityStatus } from "../../status"
import { bestOf } from "../best-of"
import { decideVariant } from "../decide-variant"
import { anyQuestion } from "./any-situation"
import { book, ELSEWHERE, hours, level, NEARBY, NOW, override, part, policy, question } from "./situations"

const coming = (units: number, inHours: number) => ({ units, expected_at: hours(inHours) })
/** A level that owes units and expects deliveries. */
const awaiting = (available: number, deliveries: LevelFacts["deliveries"], more: Partial<LevelFacts> = {}) =>
  level(available, { incoming: 1, deliveries, ...more })

const told = (levels: LevelFacts[], more = {}, asked: Parameters<typeof question>[1] = {}) => {
  const { status, eta, due_at } = decideVariant(question(book(levels, more), asked))
  return { status, eta, due_at }
}
const backordered = { allow_backorder: true }

describe("The date for which something is expected", () => {
  it("is that of the next delivery, of what is incoming as of what may be backordered", () => {
    const levels = [awaiting(0, [coming(5, 72), coming(5, 48)])]
    expect(told(levels)).toMatchObject({ status: "incoming", eta: hours(48) })
    expect(told(levels, backordered)).toMatchObject({ status: "backorder", eta: hours(48) })
  })

  it("is that of the first delivery that leaves one over, after what is owed and kept back", () => {
    const deliveries = [coming(4, 24), coming(4, 48), coming(4, 72)]
    expect(told([awaiting(-3, deliveries)], backordered).eta).toBe(hours(24))
    expect(told([awaiting(-4, deliveries)], backordered).eta).toBe(hours(48))
    expect(told([awaiting(-12, deliveries)], backordered).eta).toBeNull()
    const options = { options: { safety_stock: 8 } }
    expect(told([awaiting(-3, deliveries)], backordered, options).eta).toBe(hours(72))
  })

  it("is nobody's who is not waiting: what is in stock, out of stock or preordered has none", () => {
    const expected = [coming(5, 48)]
    expect(told([level(3, { deliveries: expected })])).toMatchObject({ status: "low_stock", eta: null })
    expect(told([level(0, { deliveries: expected })])).toMatchObject({ status: "out_of_stock", eta: null })
    const release = { policies: [policy({ release_date: hours(24) })] }
    expect(told([awaiting(0, expected)], {}, release)).toMatchObject({ status: "preorder", eta: null })
  })

  it("adds up what comes to the channel's locations, and nothing that comes elsewhere", () => {
    const levels = [awaiting(-4, [coming(3, 24)]), awaiting(0, [coming(2, 36)], { location_id: NEARBY })]
    expect(told(levels, backordered).eta).toBe(hours(36))
    const elsewhere = awaiting(0, [coming(99, 24)], { location_id: ELSEWHERE })
    expect(told([level(0), elsewhere], backordered).eta).toBeNull()
  })

  it("of a kit is when the last of its short parts has come, each in the number that it takes", () => {
    const kit = (first: LevelFacts, second: LevelFacts) =>
      told([], { ...backordered, parts: [part([first]), part([second], 4)] }).eta
    expect(kit(awaiting(0, [coming(1, 24)]), awaiting(1, [coming(2, 36), coming(1, 48)]))).toBe(hours(48))
    expect(kit(awaiting(0, [coming(1, 72)]), awaiting(4, [coming(2, 96)]))).toBe(hours(72))
    expect(kit(awaiting(0, [coming(1, 24)]), awaiting(1, [coming(2, 36)]))).toBeNull()
  })

  it("is not before the release of what may not be preordered", () => {
    const release = { policies: [policy({ release_date: hours(48), allow_preorder: false })] }
    for (const [inHours, eta] of [
      [24, 48],
      [72, 72],
    ] as const) {
      const awaited = told([awaiting(0, [coming(1, inHours)])], {}, release)
      expect(awaited).toMatchObject({ status: "incoming", eta: hours(eta) })
    }
    expect(told([level(9)], {}, release)).toMatchObject({ status: "incoming", eta: hours(48) })
  })

  it("follows the deliveries where a person says that it is incoming, too", () => {
    const overrides = [override(AvailabilityStatus.INCOMING)]
    expect(told([awaiting(0, [coming(1, 24)])], {}, { overrides }).eta).toBe(hours(24))
    expect(told([awaiting(7, [coming(1, 24)])], {}, { overrides }).eta).toBeNull()
  })

  it("is told for a day more, and then no longer: it is due at that moment", () => {
    const levels = [awaiting(0, [coming(1, -23), coming(1, 48)])]
    expect(told(levels, backordered)).toMatchObject({ eta: hours(-23), due_at: new Date(hours(1)) })
    const at = (ms: number) => ({ now: new Date(Date.parse(hours(1)) + ms) })
    expect(told(levels, backordered, at(-1)).eta).toBe(hours(-23))
    expect(told(levels, backordered, at(0))).toMatchObject({ eta: hours(48), due_at: new Date(hours(72)) })
    expect(told([awaiting(0, [coming(1, -24)])], backordered)).toMatchObject({ eta: null, due_at: null })
  })

  it("is due when a date before it passes, because its units are then missing", () => {
    const levels = [awaiting(-1, [coming(1, -20), coming(1, 48)])]
    expect(told(levels, backordered)).toMatchObject({ eta: hours(48), due_at: new Date(hours(4)) })
    expect(told(levels, backordered, { now: new Date(hours(4)) }).eta).toBeNull()
  })

  it("is never later for a delivery more, and never earlier for a unit less", () => {
    const arbitrary = fc.record({
      units: fc.integer({ min: 1, max: 9 }),
      at: fc.integer({ min: -30, max: 99 }),
    })
    const moment = (eta: string | null) => (eta === null ? Infinity : Date.parse(eta))
    fc.assert(
      fc.property(anyQuestion, arbitrary, (q, { units, at }) => {
        if (!q.variant) return
        const overrides = [override(AvailabilityStatus.BACKORDER)]
        const ask = (change: (level: LevelFacts) => LevelFacts) =>
          decideVariant({
            ...{ ...q, policies: [], overrides, now: NOW },
            variant: {
              ...q.variant!,
              parts: q.variant!.parts.map((p) => ({ ...p, levels: p.levels.map(change) })),
            },
          })
        const before = moment(ask((l) => l).eta)
        const isShort = before < Infinity
        const more = ask((l) => ({ ...l, deliveries: [...(l.deliveries ?? []), coming(units, at)] })).eta
        if (isShort) expect(moment(more)).toBeLessThanOrEqual(before)
        const fewer = ask((l) => ({ ...l, available: l.available - units })).eta
        if (isShort) expect(moment(fewer)).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 1_000 }
    )
  })
})

describe("Of variants that are equally good", () => {
  it("the one that is expected first stands for the product, and one without a date for none", () => {
    const of = (eta: Date | string | null) => ({
      ...{ status: AvailabilityStatus.BACKORDER, purchasable: true, quantity: 0 },
      eta,
    })
    const [soon, later, sometime] = [of(hours(1)), of(new Date(hours(2))), of(null)]
    expect(bestOf([sometime, later, soon])).toBe(soon)
    expect(bestOf([sometime, later])).toBe(later)
    expect(bestOf([{ ...sometime, quantity: 1 }, soon])).toMatchObject({ quantity: 1 })
  })
})
