import type { Snapshot } from "truestock-distributor-feeds"
import type { RunCounts, Verdict } from "../runs/run"
import type { SourceOptions } from "../sources/source-options"
import type { SourceState } from "../sources/sql/source-state"
import type { StagedSummary } from "../sync/sql/summarize-staged"
import { isLate } from "./is-late"

export type Evidence = {
  snapshot: Snapshot | null
  state: Pick<SourceState, "full_sequence" | "full_rows" | "delta_sequence" | "as_of">
  counts: Pick<RunCounts, "rows" | "rejected" | "tracked">
  /** EANs that the feed names twice, with different figures. */
  contradicting: string[]
  staged: StagedSummary
  guards: SourceOptions["guards"]
  limit_seconds: number
  now: Date
}

/** What stands between a feed and the shop: one tripped guard, and nothing of the run is applied. */
export function judgeRun(evidence: Evidence): Verdict[] {
  return [
    stale(evidence),
    order(evidence),
    gap(evidence),
    size(evidence),
    rejects(evidence),
    contradictions(evidence),
    massZero(evidence),
    massMissing(evidence),
  ].filter((verdict) => verdict !== null)
}

const verdict = (guard: string, tripped: boolean, message: string): Verdict => ({ guard, tripped, message })
const percent = (ratio: number) => `${(ratio * 100).toFixed(ratio < 0.1 ? 1 : 0)} %`

/** Figures that are already beyond their limit would be believed for no longer than those they replace. */
function stale({ snapshot, limit_seconds, now }: Evidence): Verdict | null {
  if (!snapshot?.as_of) return null
  const hours = (now.getTime() - new Date(snapshot.as_of).getTime()) / 3_600_000
  const limit = limit_seconds / 3_600
  return verdict(
    "stale",
    hours > limit,
    `The figures are of ${snapshot.as_of}, ${hours.toFixed(1)} hours ago; ${limit.toFixed(1)} are allowed.`
  )
}

/** An old delta over a newer full would bring back stock that is sold, and so would an old full over a newer delta. */
function order({ snapshot, state }: Evidence): Verdict | null {
  if (!snapshot) return null
  if (isLate(snapshot, state)) {
    return verdict(
      "older_than_last",
      true,
      `${snapshot.id} is of ${snapshot.as_of ?? snapshot.sequence}; a delta that is newer has been applied, ` +
        `${state.delta_sequence} of ${state.as_of ?? state.delta_sequence}.`
    )
  }
  const last = snapshot.kind === "full" ? state.full_sequence : (state.delta_sequence ?? state.full_sequence)
  if (last === null) return null
  return verdict(
    "older_than_last",
    snapshot.sequence < last,
    `${snapshot.id} has the sequence ${snapshot.sequence}; the last one that was applied has ${last}.`
  )
}

/** A day without a delta: something between is not known, and only a full tells. */
function gap({ snapshot, state, guards }: Evidence): Verdict | null {
  if (snapshot?.kind !== "delta") return null
  const last = dayOf(state.delta_sequence ?? state.full_sequence)
  const here = dayOf(snapshot.sequence)
  if (here === null) return null
  if (last === null) {
    return verdict("gap_in_deltas", true, "No full has been applied yet, on which a delta could stand.")
  }
  const days = Math.round((here - last) / 86_400_000)
  return verdict(
    "gap_in_deltas",
    days > guards.max_gap_days,
    `${days} days lie between this delta and what was applied last; ${guards.max_gap_days} may. Apply a full first.`
  )
}

/** A file that ends early may still be well formed. */
function size({ snapshot, state, counts, guards }: Evidence): Verdict | null {
  if (snapshot?.kind !== "full" || !state.full_rows) return null
  const ratio = counts.rows / state.full_rows
  const isOdd = ratio < guards.min_rows_ratio || ratio > guards.max_rows_ratio
  return verdict(
    "row_count",
    isOdd,
    `${counts.rows} rows, ${percent(ratio)} of the ${state.full_rows} of the last full; ` +
      `${percent(guards.min_rows_ratio)} to ${percent(guards.max_rows_ratio)} are allowed.`
  )
}

/** Rows of a file vouch for each other; pages that were looked up do not: one that was not read stays what it was. */
function rejects({ snapshot, counts, guards }: Evidence): Verdict | null {
  if (snapshot === null) return null
  const ratio = counts.rows === 0 ? 0 : counts.rejected / counts.rows
  return verdict(
    "rejects",
    ratio > guards.max_reject_ratio,
    `${counts.rejected} of ${counts.rows} rows were rejected, ${percent(ratio)}; ${percent(guards.max_reject_ratio)} are allowed.`
  )
}

function contradictions({ contradicting }: Evidence): Verdict {
  const named = contradicting.slice(0, 5).join(", ")
  return verdict(
    "contradicting_rows",
    contradicting.length > 0,
    contradicting.length === 0
      ? "No title is named twice with different figures."
      : `${contradicting.length} titles are named twice with different figures: ${named}.`
  )
}

/** What can be sold counts: a file in which all is there, and all is restricted, empties the shop as well. */
function massZero({ staged, guards }: Evidence): Verdict {
  const ratio = staged.with_stock === 0 ? 0 : staged.to_zero / staged.with_stock
  return verdict(
    "mass_zero",
    staged.with_stock >= guards.zero_sample && ratio > guards.max_zero_ratio,
    `${staged.to_zero} of ${staged.with_stock} titles that can be sold would not any more (none on hand, restricted or ended), ${percent(ratio)}; ` +
      `${percent(guards.max_zero_ratio)} may, from ${guards.zero_sample} titles on.`
  )
}

function massMissing({ snapshot, staged, counts, guards }: Evidence): Verdict | null {
  if (snapshot?.kind !== "full") return null
  const ratio = counts.tracked === 0 ? 0 : staged.missing / counts.tracked
  return verdict(
    "mass_missing",
    counts.tracked >= guards.missing_sample && ratio > guards.max_missing_ratio,
    `${staged.missing} of ${counts.tracked} titles are not in the full, ${percent(ratio)}; ` +
      `${percent(guards.max_missing_ratio)} may be missing, from ${guards.missing_sample} titles on.`
  )
}

/** The day at the beginning of a sequence (20270930a, 2027-09-30T...), in ms; null where there is none. */
function dayOf(sequence: string | null): number | null {
  const day = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(sequence ?? "")
  return day ? Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : null
}
