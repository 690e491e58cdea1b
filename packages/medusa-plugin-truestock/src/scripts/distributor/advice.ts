/** What to do when a guard has stopped a run. */
export const GUARD_ADVICE: Record<string, string> = {
  stale: "Wait for a fresh file, or ask the distributor why there is none.",
  older_than_last: "Take the older file away, or wait for the next one.",
  gap_in_deltas: "Fetch the newest full file: it holds whatever the deltas said.",
  row_count:
    "The file may be cut off or be another one: fetch it again, and ask the distributor about its size.",
  rejects: "Look at the rejected rows: the format may have changed, or the file was damaged on its way.",
  contradicting_rows: "Ask the distributor which of the figures is right.",
  mass_zero: "Look a few of these titles up at the distributor: so many are seldom sold out at once.",
  mass_missing: "Ask the distributor whether the file is whole: so many titles seldom end at once.",
}

export const adviceOn = (guard: string) => GUARD_ADVICE[guard] ?? "Look at what the run would change."
