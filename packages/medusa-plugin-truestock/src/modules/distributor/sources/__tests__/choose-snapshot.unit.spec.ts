import { chooseSnapshot } from "../choose-snapshot"

const file = (kind: "full" | "delta", sequence: string, as_of: string | null = null) => ({
  snapshot: { id: sequence, kind, sequence, as_of, bytes: null },
})
const full = file("full", "20261122t080000")
const [before, after, later] = ["20261121a", "20261123a", "20261124a"].map((each) => file("delta", each)) as [
  ReturnType<typeof file>,
  ReturnType<typeof file>,
  ReturnType<typeof file>,
]
const choose = (
  files: ReturnType<typeof file>[],
  full_sequence: string | null = null,
  delta_sequence: string | null = null
) => {
  const { next, more, late } = chooseSnapshot(files, { full_sequence, delta_sequence, as_of: null })
  expect(late).toBeNull()
  return next && [next.snapshot.sequence, more]
}

describe("Of the files that are there", () => {
  it("the newest full comes first, and what came before it is left out", () => {
    expect(choose([later, before, full, after])).toEqual(["20261122t080000", true])
    expect(choose([before, full])).toEqual(["20261122t080000", false])
    expect(choose([file("full", "20261115t080000"), full])).toEqual(["20261122t080000", false])
  })

  it("then the deltas after it, one at a time", () => {
    const all = [later, before, full, after]
    expect(choose(all, full.snapshot.sequence)).toEqual(["20261123a", true])
    expect(choose(all, full.snapshot.sequence, "20261123a")).toEqual(["20261124a", false])
    expect(choose(all, full.snapshot.sequence, "20261124a")).toBeNull()
  })

  describe("a full that comes late", () => {
    const came = (at: string) => file("full", `20261122t${at.slice(11, 19).replaceAll(":", "")}`, at)
    const chosen = (
      files: ReturnType<typeof file>[],
      delta_sequence: string | null,
      as_of: string | null
    ) => {
      const state = { full_sequence: "20261115t080000", delta_sequence, as_of }
      const { next, late } = chooseSnapshot(files, state)
      return [next?.snapshot.sequence ?? null, late?.snapshot.sequence ?? null]
    }

    it("is left out, and named, where a delta that was applied is newer", () => {
      expect(chosen([full], "20261123a", null)).toEqual([null, full.snapshot.sequence])
      expect(chosen([full, after, later], "20261123a", null)).toEqual(["20261124a", full.snapshot.sequence])
    })

    it("counts by the hour where the times of both are known, else by the day", () => {
      const [early, late] = [came("2026-11-22T08:00:00.000Z"), came("2026-11-22T09:30:00.000Z")]
      const applied: [string, string] = ["20261122b", "2026-11-22T09:00:00.000Z"]
      expect(chosen([early], ...applied)).toEqual([null, "20261122t080000"])
      expect(chosen([late], ...applied)).toEqual(["20261122t093000", null])
      expect(chosen([early], "20261122b", null)).toEqual(["20261122t080000", null])
    })

    it("is taken where no delta was applied since the last full, however new its figures were", () => {
      expect(chosen([full], null, "2026-11-23T00:00:00.000Z")).toEqual([full.snapshot.sequence, null])
    })
  })

  it("none where there is nothing", () => {
    expect(choose([])).toBeNull()
    expect(choose([full], full.snapshot.sequence)).toBeNull()
  })
})
