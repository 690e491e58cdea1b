import { syntheticRecord } from "truestock-distributor-feeds"
import { digestOf } from "../digest-of"
import { flagChange } from "../flag-change"

describe("A change is flagged", () => {
  const flags = (before: number | null, after: number | null, threshold = 10) =>
    flagChange(before, after, { threshold, units: 50 })

  it("to and from none, across the threshold, and by many", () => {
    expect(flags(5, 0)).toEqual(["to_zero"])
    expect(flags(0, 5)).toEqual(["from_zero"])
    expect(flags(10, 11)).toEqual(["across_threshold"])
    expect(flags(11, 10)).toEqual(["across_threshold"])
    expect(flags(100, 150)).toEqual(["large"])
    expect(flags(410, 0)).toEqual(["to_zero", "across_threshold", "large"])
  })

  it("not below these, and never from or to what nobody knows", () => {
    expect(flags(100, 149)).toEqual([])
    expect(flags(5, 6)).toEqual([])
    expect(flags(7, 7)).toEqual([])
    expect(flags(null, 0)).toEqual([])
    expect(flags(410, null)).toEqual([])
    expect(flags(10, 11, 0)).toEqual([])
  })
})

describe("A digest", () => {
  const { locations, provenance: _, ...record } = syntheticRecord()
  const terms = {
    ...{ sellable: 1, takes_backorder: false, lead_time_days: null, release_date: null },
    ...{ strict_on_sale_date: null, allow_preorder: true, discontinued: false, not_for_sale: null },
  }
  const title = { record, locations, on_hand: 1, on_order: 0, terms }

  it("is the same whatever the order of the fields, as the database gives them back", () => {
    const turned = (value: object): any =>
      Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, each]) => [
            key,
            each !== null && typeof each === "object" && !Array.isArray(each) ? turned(each) : each,
          ])
      )
    expect(digestOf({ ...title, record: turned(record), terms: turned(terms) })).toBe(digestOf(title))
  })

  it("tells null from zero, and one place from another", () => {
    const others = [
      { ...title, on_hand: null },
      { ...title, on_hand: 0 },
      { ...title, locations: [...locations].reverse() },
      { ...title, terms: { ...terms, sellable: null } },
    ].map(digestOf)
    expect(new Set([digestOf(title), ...others]).size).toBe(5)
  })
})
