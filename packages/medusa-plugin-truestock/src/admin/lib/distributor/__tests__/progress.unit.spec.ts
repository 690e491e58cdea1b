import { PHASES, type Run, RUN_KINDS, RUN_STATUSES } from "../../../../modules/distributor/runs/run"
import i18n from "../../../i18n"
import { isOpen, progressOf } from "../progress"
import { shownCounts } from "../run-counts"

const run = (of: Partial<Run>) => ({ kind: "sync", status: "running", phase: null, counts: {}, ...of }) as Run
const { distributor } = i18n.en.translation.truestock

describe("How far a run is", () => {
  it("is told of one that nobody has begun yet, and of one that was let through", () => {
    expect(progressOf(run({ status: "requested" }))).toEqual({ key: "waiting", values: {}, share: null })
    expect(progressOf(run({ status: "requested", phase: "applying" })).key).toBe("waitingToApply")
  })

  it("is no share while a feed is read, whose end nobody knows", () => {
    const counts = { rows: 70_000, staged: 12 }
    expect(progressOf(run({ phase: "staging", counts }))).toEqual({
      ...{ key: "comparing", values: { rows: 70_000, titles: 12 }, share: null },
    })
    expect(progressOf(run({ kind: "discover", phase: "staging", counts })).key).toBe("finding")
  })

  it("is a share once it is known what is to be applied, and never more than all", () => {
    const applying = (counts: Run["counts"]) => progressOf(run({ phase: "applying", counts })).share
    expect(applying({ staged: 40, applied: 10 })).toBe(0.25)
    expect(applying({ staged: 40, applied: 41 })).toBe(1)
    expect(applying({ staged: 0 })).toBeNull()
  })

  it("is told of an import by the titles that it has looked at", () => {
    const counts = { rows: 200, staged: 50 }
    expect(progressOf(run({ kind: "import", counts }))).toEqual({
      ...{ key: "importing", values: { done: 50, total: 200 }, share: 0.25 },
    })
    expect(progressOf(run({ kind: "import" })).key).toBe("starting")
  })

  it("has a text in every phase of every kind", () => {
    const keys = RUN_KINDS.flatMap((kind) =>
      ["requested", "running"].flatMap((status) =>
        [null, ...PHASES].map(
          (phase) => progressOf(run({ kind, phase, status: status as Run["status"] })).key
        )
      )
    )
    expect(keys.filter((key) => !(key in distributor.progress))).toEqual([])
  })

  it("is asked for only of runs that are wanted or under way", () => {
    expect(RUN_STATUSES.filter((status) => isOpen({ status }))).toEqual(["requested", "running"])
  })
})

describe("What a run has counted", () => {
  it("is told in its order and by what it means there; what was not counted is left out", () => {
    const counts = { levels: 3, rows: 10, rejected: 0, matched: 8 }
    expect(shownCounts({ kind: "import", counts })).toEqual([
      { name: "toImport", count: 10 },
      { name: "imported", count: 8 },
      { name: "notImported", count: 0 },
      { name: "levels", count: 3 },
    ])
    expect(shownCounts({ kind: "settle", counts: {} })).toEqual([])
  })

  it("has a text, whatever the kind", () => {
    const every = {
      rows: 1,
      matched: 1,
      rejected: 1,
      staged: 1,
      applied: 1,
      levels: 1,
      missing: 1,
      tracked: 1,
    }
    const names = RUN_KINDS.flatMap((kind) => shownCounts({ kind, counts: every }).map(({ name }) => name))
    expect(names.filter((name) => !(name in distributor.counts))).toEqual([])
  })
})
