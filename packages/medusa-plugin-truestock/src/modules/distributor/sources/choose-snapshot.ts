import type { Snapshot } from "truestock-distributor-feeds"
import { isLate } from "../rules/is-late"
import type { SourceState } from "./sql/source-state"

export type Choice<File> = {
  /** null = there is nothing new. */
  next: File | null
  /** Whether others follow it. */
  more: boolean
  /** A new full that is left out: it came after deltas that are newer. */
  late: File | null
}

/**
 * Which of the files that are there is to be applied next: a full that is newer than all that was applied, since it holds
 * whatever the deltas before it said; else the first delta after what was applied last.
 */
export function chooseSnapshot<File extends { snapshot: Snapshot }>(
  files: readonly File[],
  state: Pick<SourceState, "full_sequence" | "delta_sequence" | "as_of">
): Choice<File> {
  const { full_sequence, delta_sequence } = state
  const inOrder = [...files].sort((a, b) => (a.snapshot.sequence < b.snapshot.sequence ? -1 : 1))
  const newest = inOrder.filter(({ snapshot }) => snapshot.kind === "full").at(-1)
  const full = newest && newest.snapshot.sequence > (full_sequence ?? "") ? newest : null
  const late = full && isLate(full.snapshot, state) ? full : null
  if (full && !late) {
    return { next: full, more: deltasAfter(inOrder, full.snapshot.sequence).length > 0, late }
  }
  const [next = null, ...others] = deltasAfter(
    inOrder,
    [full_sequence ?? "", delta_sequence ?? ""].sort().at(-1)!
  )
  return { next, more: others.length > 0, late }
}

/** Everything that is there, in the order in which it was written: the newest full, and the deltas after it. */
export function chooseAll<File extends { snapshot: Snapshot }>(files: readonly File[]): File[] {
  const inOrder = [...files].sort((a, b) => (a.snapshot.sequence < b.snapshot.sequence ? -1 : 1))
  const full = inOrder.filter(({ snapshot }) => snapshot.kind === "full").at(-1)
  return full ? [full, ...deltasAfter(inOrder, full.snapshot.sequence)] : inOrder
}

const deltasAfter = <File extends { snapshot: Snapshot }>(files: readonly File[], sequence: string) =>
  files.filter(({ snapshot }) => snapshot.kind === "delta" && snapshot.sequence > sequence)
