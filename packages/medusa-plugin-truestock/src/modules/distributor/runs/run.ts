import type { Snapshot } from "truestock-distributor-feeds"
import type { UpdateField } from "../titles/update-fields"

export const RUN_KINDS = ["discover", "enrich", "import", "sync", "settle"] as const
export type RunKind = (typeof RUN_KINDS)[number]

/*
 * requested -> running -> done | guarded | failed | stopped
 *
 * A run that is running holds its source's lease and renews it; where its process died the lease runs out, and the
 * next process goes on with it. guarded: a guard tripped, nothing was applied; a person may let the very same diff
 * through (-> running). After failed and stopped ask for another run: what was applied stays, and is not applied twice.
 */
export const RUN_STATUSES = ["requested", "running", "guarded", "done", "failed", "stopped"] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

export const PHASES = ["fetching", "staging", "guarding", "applying", "confirming"] as const
export type Phase = (typeof PHASES)[number]

/** What a run is about; all titles of the source when nothing is said. */
export type RunTarget = {
  search?: string
  eans?: string[]
  limit?: number
  /** Of an import: what it changes of products that the shop has; left out = what the source's options say. */
  update?: UpdateField[]
}

/** What has been counted so far. */
export type RunCounts = {
  rows: number
  matched: number
  rejected: number
  /** Titles that the run would change, and has. */
  staged: number
  applied: number
  /** Levels whose quantity was changed. */
  levels: number
  missing: number
  tracked: number
  bytes: number
}

export type Verdict = {
  guard: string
  tripped: boolean
  /** What was found, and what would have been allowed. */
  message: string
}

export type Run = {
  id: string
  /** Told by the process that is at it, to itself: what it holds the source's lease by. */
  lease_holder?: string
  source_id: string
  kind: RunKind
  target: RunTarget
  status: RunStatus
  phase: Phase | null
  is_dry_run: boolean
  snapshot: Snapshot | null
  /** Of a source that is looked up title by title: which were, and when. */
  looked_up: { at: string; eans: string[] } | null
  counts: Partial<RunCounts>
  verdicts: Verdict[]
  /** What is to be said of it beside that, in sentences. */
  notes: string[]
  override_reason: string | null
  overridden_by: string | null
  actor_id: string | null
  actor_type: string | null
  error: { code: string; message: string } | null
  created_at: string
  started_at: string | null
  ended_at: string | null
}
