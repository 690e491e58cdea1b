import type { Run } from "../../../modules/distributor"
import { GUARD_ADVICE } from "../advice"
import { exitCodeOf, renderProgress, renderRun } from "../render-run"

const RUN: Run = {
  ...{ id: "drun_1", source_id: "ingram", kind: "sync", target: {}, status: "done", phase: "confirming" },
  ...{
    is_dry_run: false,
    snapshot: null,
    counts: {},
    verdicts: [],
    notes: [],
    override_reason: null,
    overridden_by: null,
    looked_up: null,
  },
  ...{ actor_id: null, actor_type: null, error: null, created_at: "", started_at: null, ended_at: null },
}
const run = (more: Partial<Run>): Run => ({ ...RUN, ...more })

describe("what a command says of a run", () => {
  it("is how far it is, at what pace", () => {
    const counts = { rows: 1_200_000, bytes: 96_300_000, staged: 410, applied: 7 }
    expect(renderProgress(run({ status: "running", phase: "staging", counts }), 12)).toBe(
      "staging: 1,200,000 rows, 100,000 rows/s, 96.3 MB, 410 staged, 7 applied, 12 s"
    )
    expect(renderProgress(run({ status: "requested" }), 3)).toContain("waits for its turn")
  })

  it("is what was found, allowed and to be done, of each guard that has tripped", () => {
    for (const [guard, advice] of Object.entries(GUARD_ADVICE)) {
      const said = renderRun(
        run({ status: "guarded", verdicts: [{ guard, tripped: true, message: "Why." }] })
      )
      expect(said).toEqual(expect.arrayContaining([`  ${guard}: Why.`, `    ${advice}`]))
    }
    const fine = { guard: "stale", tripped: false, message: "Fresh." }
    expect(renderRun(run({ verdicts: [fine] })).join()).not.toContain("stale")
  })

  it("is what is to be noted, where there was nothing to count", () => {
    const nothing = "Nothing new: the last file that was applied is stockv2@ingram.dat."
    expect(renderRun(run({ notes: [nothing] })).slice(1)).toEqual([nothing])
    expect(renderRun(run({ notes: [nothing], counts: { rows: 3 } }))).toContain(nothing)
  })

  it("ends with 0, with 1 where something was found, and with 2 where it failed", () => {
    const codes = (["done", "guarded", "stopped", "failed"] as const).map((status) =>
      exitCodeOf(run({ status }))
    )
    expect(codes).toEqual([0, 1, 1, 2])
    expect(exitCodeOf(run({ kind: "import", counts: { rejected: 1 } }))).toBe(1)
    expect(exitCodeOf(run({ counts: { rejected: 1 } }))).toBe(0)
  })
})
