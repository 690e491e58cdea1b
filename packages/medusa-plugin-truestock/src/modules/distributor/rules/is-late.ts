import type { Snapshot } from "truestock-distributor-feeds"
import type { SourceState } from "../sources/sql/source-state"

/**
 * Whether a full was made before the last delta that was applied: it would bring back stock that is sold since. By their
 * times where both are known, and by their days and letters in any case.
 */
export function isLate(
  { kind, sequence, as_of }: Pick<Snapshot, "kind" | "sequence" | "as_of">,
  state: Pick<SourceState, "delta_sequence" | "as_of">
): boolean {
  if (kind !== "full" || state.delta_sequence === null) return false
  const isOlder = as_of !== null && state.as_of !== null && new Date(as_of) < new Date(state.as_of)
  return isOlder || sequence < state.delta_sequence
}
