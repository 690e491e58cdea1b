import { chooseSnapshot } from "../choose-snapshot"

const file = (kind: "full" | "delta", sequence: string) => ({
  snapshot: { id: sequence, kind, sequence, as_of: null, bytes: null },
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
  const chosen = chooseSnapshot(files, { full_sequence, delta_sequence })
  return chosen && [chosen.next.snapshot.sequence, chosen.more]
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

  it("none where there is nothing", () => {
    expect(choose([])).toBeNull()
    expect(choose([full], full.snapshot.sequence)).toBeNull()
  })
})
