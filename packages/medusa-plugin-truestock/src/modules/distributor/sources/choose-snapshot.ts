import type { Snapshot } from "truestock-distributor-feeds"
import type { SourceState } from "./sql/source-state"

/**
 * Which of the files that are there is to be applied next: a full that is newer than the last one, since it holds whatever
 * the deltas before it said; else the first delta after what was applied last. `more`: whether others follow it.
 */
export function chooseSnapshot<File extends { snapshot: Snapshot }>(
  files: readonly File[],
  { full_sequence, delta_sequence }: Pick<SourceState, "full_sequence" | "delta_sequence">
): { next: File; more: boolean } | null {
  const inOrder = [...files].sort((a, b) => (a.snapshot.sequence < b.snapshot.sequence ? -1 : 1))
  const full = inOrder.filter(({ snapshot }) => snapshot.kind === "full").at(-1)
  if (full && full.snapshot.sequence > (full_sequence ?? "")) {
    return { next: full, more: deltasAfter(inOrder, full.snapshot.sequence).length > 0 }
  }
  const [next, ...others] = deltasAfter(inOrder, [full_sequence ?? "", delta_sequence ?? ""].sort().at(-1)!)
  return next ? { next, more: others.length > 0 } : null
}

const deltasAfter = <File extends { snapshot: Snapshot }>(files: readonly File[], sequence: string) =>
  files.filter(({ snapshot }) => snapshot.kind === "delta" && snapshot.sequence > sequence)
