import type { Run } from "../../../modules/distributor/runs/run"

/** `key`: of a text under `truestock.distributor.progress`; `share`: how much is done, where that can be known. */
export type Progress = { key: string; values: Record<string, number>; share: number | null }

export const isOpen = ({ status }: Pick<Run, "status">): boolean =>
  status === "requested" || status === "running"

const shareOf = (done: number, of: number) => (of > 0 ? Math.min(1, done / of) : null)

/** How far a run is that is wanted or under way. How much of a feed is still to come is not known before its end. */
export function progressOf({ kind, status, phase, counts }: Run): Progress {
  const { rows = 0, staged = 0, applied = 0, levels = 0 } = counts
  const nothing = { values: {}, share: null }
  if (status === "requested") return { ...nothing, key: phase === "applying" ? "waitingToApply" : "waiting" }
  if (kind === "import") {
    if (rows === 0) return { ...nothing, key: "starting" }
    return { key: "importing", values: { done: staged, total: rows }, share: shareOf(staged, rows) }
  }
  if (kind === "settle") return { key: "settling", values: { done: applied, levels }, share: null }
  if (phase === "staging") {
    const key = kind === "sync" ? "comparing" : "finding"
    return { key, values: { rows, titles: staged }, share: null }
  }
  if (phase === "guarding") return { ...nothing, key: "guarding" }
  if (phase === "applying") {
    return { key: "applying", values: { done: applied, total: staged }, share: shareOf(applied, staged) }
  }
  return { ...nothing, key: phase === "confirming" ? "confirming" : "starting" }
}
