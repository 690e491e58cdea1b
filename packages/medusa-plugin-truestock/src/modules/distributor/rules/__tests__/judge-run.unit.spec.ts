import { sourceSchema } from "../../sources/source-options"
import { type Evidence, judgeRun } from "../judge-run"

const { guards } = sourceSchema.parse({
  id: "ingram",
  feed: { kind: "ingram_stockv2", transport: { kind: "file", directory: "/feeds" } },
})
const NOW = new Date("2026-11-22T12:00:00Z")
const FULL = {
  ...{ id: "stockv2@ingram.dat", kind: "full" as const, bytes: 1, as_of: "2026-11-22T08:00:00Z" },
  sequence: "20261122t080000",
}
const DELTA = { ...FULL, id: "stockv2delta261122a@ingram.dat", kind: "delta" as const, sequence: "20261122a" }
const ORDINARY: Evidence = {
  snapshot: FULL,
  state: { full_sequence: "20261121t080000", full_rows: 1_000, delta_sequence: null, as_of: null },
  counts: { rows: 1_000, rejected: 0, tracked: 1_000 },
  contradicting: [],
  staged: { staged: 0, to_zero: 0, missing: 0, with_stock: 1_000 },
  guards,
  limit_seconds: 6 * 3_600,
  now: NOW,
}
const tripped = (given: Partial<Evidence>) =>
  judgeRun({ ...ORDINARY, ...given }).flatMap((each) => (each.tripped ? [each.guard] : []))
const counts = (more: object) => ({ counts: { ...ORDINARY.counts, ...more } })
const staged = (more: object) => ({ staged: { ...ORDINARY.staged, ...more } })
const state = (more: object) => ({ state: { ...ORDINARY.state, ...more } })

describe("A guard", () => {
  it("lets an ordinary day through, and says of each what was found", () => {
    expect(tripped({})).toEqual([])
    for (const { message } of judgeRun(ORDINARY)) expect(message).toMatch(/\w+\.$/)
  })

  it.each<[string, Partial<Evidence>, Partial<Evidence>]>([
    [
      "stale",
      { snapshot: { ...FULL, as_of: "2026-11-22T06:00:00Z" } },
      { snapshot: { ...FULL, as_of: "2026-11-22T05:59:59Z" } },
    ],
    ["older_than_last", state({ full_sequence: FULL.sequence }), state({ full_sequence: "20261122t080001" })],
    [
      "gap_in_deltas",
      { snapshot: DELTA, ...state({ delta_sequence: "20261121f" }) },
      { snapshot: DELTA, ...state({ delta_sequence: "20261120f" }) },
    ],
    [
      "older_than_last",
      state({ delta_sequence: "20261122b", as_of: FULL.as_of }),
      state({ delta_sequence: "20261122b", as_of: "2026-11-22T08:00:01Z" }),
    ],
    ["older_than_last", state({ delta_sequence: "20261122f" }), state({ delta_sequence: "20261123a" })],
    ["row_count", counts({ rows: 900 }), counts({ rows: 899 })],
    ["row_count", counts({ rows: 5_000 }), counts({ rows: 5_001 })],
    ["rejects", counts({ rejected: 10 }), counts({ rejected: 11 })],
    ["contradicting_rows", {}, { contradicting: ["9780000000002"] }],
    ["mass_zero", staged({ to_zero: 200 }), staged({ to_zero: 201 })],
    ["mass_zero", staged({ with_stock: 499, to_zero: 499 }), staged({ with_stock: 500, to_zero: 101 })],
    ["mass_missing", staged({ missing: 50 }), staged({ missing: 51 })],
    [
      "mass_missing",
      { ...staged({ missing: 99 }), ...counts({ tracked: 99 }) },
      { ...staged({ missing: 6 }), ...counts({ tracked: 100 }) },
    ],
  ])("%s lets its limit through, and nothing beyond", (guard, within, beyond) => {
    expect(tripped(within)).toEqual([])
    expect(tripped(beyond)).toEqual([guard])
  })

  it("wants a full before the first delta", () => {
    const nothing = { full_sequence: null, full_rows: null, delta_sequence: null, as_of: null }
    expect(tripped({ snapshot: DELTA, state: nothing })).toEqual(["gap_in_deltas"])
    expect(tripped({ state: nothing })).toEqual([])
  })

  it("counts the gap over the end of a month, and refuses a delta that was applied", () => {
    const first = { ...DELTA, sequence: "20261201a" }
    expect(tripped({ snapshot: first, ...state({ delta_sequence: "20261130f" }) })).toEqual([])
    expect(tripped({ snapshot: DELTA, ...state({ delta_sequence: "20261122b" }) })).toEqual([
      "older_than_last",
    ])
  })

  it("does not take one page of twenty that was not found for a broken file", () => {
    const found = { snapshot: null, ...counts({ rows: 20, rejected: 1, tracked: 20 }) }
    expect(tripped(found)).toEqual([])
    // Half of a large catalogue sold out at once is no more believed of pages than of a file.
    expect(tripped({ ...found, ...staged({ to_zero: 500 }) })).toEqual(["mass_zero"])
  })

  it("says that what is restricted counts as none", () => {
    const [zero] = judgeRun({ ...ORDINARY, ...staged({ to_zero: 201 }) }).filter((each) => each.tripped)
    expect(zero!.message).toMatch(/^201 of 1000 titles that can be sold .*restricted.*, 20 %;/)
  })

  it("divides by nothing where there is nothing", () => {
    expect(
      tripped({
        ...counts({ rows: 0, tracked: 0 }),
        ...staged({ with_stock: 0 }),
        ...state({ full_rows: null }),
      })
    ).toEqual([])
  })
})
