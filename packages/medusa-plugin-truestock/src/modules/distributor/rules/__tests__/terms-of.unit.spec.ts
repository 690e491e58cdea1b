import fc from "fast-check"
import {
  INGRAM_PUBLISHER_STATUS,
  type LocationStock,
  ONIX_LIST_65,
  syntheticRecord,
} from "truestock-distributor-feeds"
import { figuresOf, termsOf } from "../terms-of"

const NOW = new Date("2026-11-22T12:00:00Z")
const SOURCE: Parameters<typeof termsOf>[2] = {
  ...{ allow_backorder: true, allow_preorder: true, buffer_units: 0, enabled_locations: null },
  lead_time_days: { min: 7, max: 14 },
}
const place = (code: string, on_hand: number | null, more: Partial<LocationStock> = {}): LocationStock => ({
  ...{ code, on_hand, on_hand_qualifier: "exact", on_order: 0, committed: null, stocked: true },
  ...more,
})
const day = (date: string) => ({ date, precision: "day" as const })

type Given = Partial<Parameters<typeof syntheticRecord>[0]>
function terms(given: Given = {}, source: Partial<typeof SOURCE> = {}, now = NOW) {
  const record = syntheticRecord({ locations: [place("TN", 5)], ...given })
  const asked = { ...SOURCE, ...source }
  return termsOf(record, figuresOf(record, asked), asked, now)
}

describe("Figures", () => {
  const sum = (locations: LocationStock[], enabled_locations: string[] | null = null) => {
    const { on_hand, on_order } = figuresOf({ locations }, { enabled_locations })
    return [on_hand, on_order]
  }

  it("are summed over the enabled places, and kept for all of them", () => {
    const all = [place("TN", 5, { on_order: 3 }), place("PA", 7)]
    expect(sum(all)).toEqual([12, 3])
    expect(sum(all, ["PA"])).toEqual([7, 0])
    expect(figuresOf({ locations: all }, { enabled_locations: ["PA"] }).locations).toEqual(all)
  })

  it("are not said where nobody said them, and never zero for that", () => {
    expect(sum([])).toEqual([null, null])
    expect(sum([place("TN", 5)], ["PA"])).toEqual([null, null])
    expect(sum([place("TN", null, { on_order: null })])).toEqual([null, null])
    expect(sum([place("TN", null), place("PA", 0)])).toEqual([null, 0])
    expect(sum([place("TN", null), place("PA", 2)])).toEqual([2, 0])
  })

  it("count an open figure as its floor, a ceiling not at all, and no place that does not carry the title", () => {
    expect(sum([place("TN", 100, { on_hand_qualifier: "at_least" })])).toEqual([100, 0])
    expect(sum([place("TN", 100, { on_hand_qualifier: "at_most" })])).toEqual([null, 0])
    expect(sum([place("TN", 9, { stocked: false }), place("PA", 1)])).toEqual([1, 0])
    expect(sum([place("TN", null, { stocked: false })])).toEqual([0, 0])
  })

  it("take what is promised to others off what is on order, never below none", () => {
    expect(sum([place("TN", 0, { on_order: 9, committed: 4 })])).toEqual([0, 5])
    expect(sum([place("TN", 0, { on_order: 3, committed: 4 })])).toEqual([0, 0])
  })
})

describe("Terms", () => {
  const ordered = { locations: [place("TN", 0, { on_order: 40 })] }

  it("sell what is on hand, less the buffer", () => {
    expect(terms()).toMatchObject({
      sellable: 5,
      takes_backorder: false,
      discontinued: false,
      not_for_sale: null,
    })
    expect(terms({}, { buffer_units: 2 }).sellable).toBe(3)
    expect(terms({}, { buffer_units: 5 }).sellable).toBe(0)
    expect(terms({}, { buffer_units: 6 }).sellable).toBe(0)
  })

  it("take a backorder for what is on order, where the source allows it", () => {
    expect(terms(ordered)).toMatchObject({
      sellable: 0,
      takes_backorder: true,
      lead_time_days: { min: 7, max: 14 },
    })
    expect(terms(ordered, { allow_backorder: false }).takes_backorder).toBe(false)
    expect(terms({ locations: [place("TN", 0)] }).takes_backorder).toBe(false)
    expect(terms({ locations: [place("TN", 0, { on_order: null })] }).takes_backorder).toBe(false)
  })

  it("forbid what is restricted, with its reason", () => {
    expect(terms({ ...ordered, restricted: "Not for sale in the U.S." })).toMatchObject({
      ...{ sellable: 0, takes_backorder: false, discontinued: false },
      not_for_sale: "restricted: Not for sale in the U.S.",
    })
  })

  it("forbid what is withdrawn, whatever lies there", () => {
    expect(terms({ publisher_status: { scheme: "ingram", code: "WS" } })).toMatchObject({
      ...{ sellable: 0, takes_backorder: false, not_for_sale: "ingram WS: withdrawn from sale" },
    })
  })

  it("sell what is left of a title that is out of print, and no more", () => {
    const print = { publisher_status: { scheme: "ingram" as const, code: "OP" } }
    expect(terms({ ...print, locations: [place("TN", 3, { on_order: 9 })] })).toMatchObject({
      ...{ sellable: 3, takes_backorder: false, discontinued: true, not_for_sale: null },
    })
    expect(terms({ ...print, locations: [place("TN", 0)] })).toMatchObject({
      sellable: 0,
      discontinued: true,
    })
  })

  it("end what the source has taken back", () => {
    expect(terms({ removed: true, locations: [] })).toMatchObject({ sellable: 0, discontinued: true })
  })

  it("leave the level alone where nobody knows", () => {
    expect(terms({ availability: { scheme: "onix65", code: "99" } }).sellable).toBeNull()
    expect(terms({ locations: [] }).sellable).toBeNull()
    expect(terms({ ...ordered, availability: { scheme: "onix65", code: "99" } }).takes_backorder).toBe(false)
  })

  it("take a preorder until the day has come", () => {
    const dates = { ...syntheticRecord().dates, publication: day("2026-11-23") }
    const ahead = { locations: [place("TN", 0)], dates }
    expect(terms(ahead)).toMatchObject({ takes_backorder: true, release_date: "2026-11-23T00:00:00.000Z" })
    expect(terms(ahead, { allow_preorder: false })).toMatchObject({
      takes_backorder: false,
      allow_preorder: false,
    })
    const eve = new Date("2026-11-22T23:59:59.999Z")
    expect(terms(ahead, {}, eve).release_date).not.toBeNull()
    expect(terms(ahead, {}, new Date("2026-11-23T00:00:00Z"))).toMatchObject({
      ...{ takes_backorder: false, release_date: null },
    })
  })

  it("hold a strict on-sale date beside the publication", () => {
    const dates = { ...syntheticRecord().dates, on_sale: day("2026-12-24") }
    expect(terms({ dates })).toMatchObject({
      release_date: null,
      strict_on_sale_date: "2026-12-24T00:00:00.000Z",
    })
  })

  it("make no promise of a month or a year", () => {
    for (const publication of [
      { date: "2027-02", precision: "month" as const },
      { date: "2027", precision: "year" as const },
    ]) {
      expect(terms({ dates: { ...syntheticRecord().dates, publication } })).toMatchObject({
        release_date: null,
      })
    }
  })
})

describe("Of any record", () => {
  const quantity = fc.option(fc.nat(5_000), { nil: null })
  const locations = fc.array(
    fc.record({
      code: fc.constantFrom("TN", "OR", "PA"),
      on_hand: quantity,
      on_hand_qualifier: fc.constantFrom(
        "exact" as const,
        "at_least" as const,
        "at_most" as const,
        "band" as const
      ),
      on_order: quantity,
      committed: quantity,
      stocked: fc.constantFrom(true, false, null),
    })
  )
  const code = (scheme: "onix65" | "ingram", codes: object) =>
    fc.option(
      fc.constantFrom(...Object.keys(codes), "??").map((each) => ({ scheme, code: each })),
      { nil: null }
    )
  const publication = fc.option(
    fc.constantFrom(day("2020-01-01"), day("2030-01-01"), { date: "2030-01", precision: "month" as const }),
    { nil: null }
  )
  const record = fc.record({
    locations,
    availability: code("onix65", ONIX_LIST_65),
    publisher_status: code("ingram", INGRAM_PUBLISHER_STATUS),
    restricted: fc.constantFrom(null, "X"),
    dates: publication.map((each) => ({ ...syntheticRecord().dates, publication: each })),
  })
  const source = fc.record({
    allow_backorder: fc.boolean(),
    allow_preorder: fc.boolean(),
    buffer_units: fc.nat(10),
    enabled_locations: fc.constantFrom<(string[] | null)[]>(null, ["TN"], ["TN", "PA"]),
  })

  it("null never becomes zero, what is forbidden is never sold, and no more is sold than is said to be there", () => {
    fc.assert(
      fc.property(record, source, (given, options) => {
        const counted = given.locations.filter(
          ({ code: each }) => options.enabled_locations?.includes(each) ?? true
        )
        const said = terms(given, options)
        const { sellable, takes_backorder, not_for_sale, discontinued } = said
        if (not_for_sale !== null) return sellable === 0 && !takes_backorder
        if (counted.every(({ on_hand, stocked }) => on_hand === null && stocked !== false)) {
          // Only what is over for good is none; otherwise nobody said anything.
          if (sellable !== null && !(discontinued && sellable === 0)) return false
        }
        const there = counted.reduce((sum, { on_hand }) => sum + (on_hand ?? 0), 0)
        const isPromise = takes_backorder && discontinued
        return (
          !isPromise && (sellable ?? 0) <= Math.max(0, there - options.buffer_units) && (sellable ?? 0) >= 0
        )
      }),
      { numRuns: 2_000 }
    )
  })
})
