import type { Run, RunCounts } from "../../../modules/distributor/runs/run"

/** What is worth telling of each kind of run, in this order. */
const SHOWN: Record<Run["kind"], Partial<Record<keyof RunCounts, string>>> = {
  discover: { rows: "rows", staged: "found", applied: "queued", rejected: "rejected" },
  enrich: { rows: "lookedUp", staged: "found", applied: "queued", rejected: "rejected", levels: "levels" },
  import: { rows: "toImport", matched: "imported", rejected: "notImported", levels: "levels" },
  sync: {
    ...{ rows: "rows", tracked: "tracked", matched: "matched", rejected: "rejected" },
    ...{ staged: "differing", missing: "missing", applied: "applied", levels: "levels" },
  },
  settle: { applied: "settled", levels: "levels" },
}

export type ShownCount = { name: string; count: number }

/** The counts of a run by their names under `truestock.distributor.counts`; what was not counted is left out. */
export function shownCounts({ kind, counts }: Pick<Run, "kind" | "counts">): ShownCount[] {
  return Object.entries(SHOWN[kind]).flatMap(([counted, name]) => {
    const count = counts[counted as keyof RunCounts]
    return count === undefined ? [] : [{ name, count }]
  })
}
