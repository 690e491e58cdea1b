import type { Run, RunKind } from "../../../modules/distributor/runs/run"
import type { Figures, FlagReason, Title } from "../../../modules/distributor/titles/title"

/** A row of GET /admin/distributor. */
export type Source = {
  id: string
  name: string
  feed: "ingram_stockv2" | "ingram_ipage" | "onix" | "csv"
  searches: string[]
  default_target: string
  location_id: string | null
  /** The full that was applied last, and the delta after it. */
  full_sequence: string | null
  full_rows: number | null
  delta_sequence: string | null
  /** Of when its figures are. */
  as_of: string | null
  synced_at: string | null
  limit_seconds: number
  grace_seconds: number
  sync_every_seconds: number | null
  lease_run_id: string | null
}

export type SourceList = { sources: Source[] }

/** What POST /admin/distributor/:source/setup has done. */
export type SetUp = { location: string; became: "created" | "changed" | "unchanged"; warnings: string[] }

/** What POST /admin/distributor/:source/<kind> is asked. */
export type RunRequest = { kind: RunKind; dry_run: boolean; target?: string }

export type RunAnswer = { run: Run }
export type RunPage = { runs: Run[]; count: number }

/** A row of GET /admin/distributor/runs/:id/changes. */
export type Change = {
  ean13: string
  title: string | null
  change: "changed" | "missing" | "removed"
  before: Figures | null
  after: Figures
  reasons: FlagReason[]
  applied_at: string | null
}

export type ChangePage = { changes: Change[]; count: number }

/** A row of GET /admin/distributor/runs/:id/rejects. */
export type Reject = { row: number; code: string; reason: string; raw: string }
export type RejectPage = { rejects: Reject[]; count: number }

export type TitlePage = { titles: Title[]; count: number }
