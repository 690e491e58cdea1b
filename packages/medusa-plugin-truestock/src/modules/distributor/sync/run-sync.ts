import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TitleCaches } from "../caches/title-caches"
import { judgeRun } from "../rules/judge-run"
import type { Run, RunCounts } from "../runs/run"
import { changeRun } from "../runs/sql/change-run"
import type { SourceOptions } from "../sources/source-options"
import { readSourceState } from "../sources/sql/source-state"
import { applyRun } from "./apply-run"
import { confirmRun } from "./confirm-run"
import { inPages } from "./in-pages"
import type { SourceFeed } from "./source-feed"
import { clearStaged } from "./sql/stage-titles"
import { stageMissing } from "./sql/stage-missing"
import { summarizeStaged } from "./sql/summarize-staged"
import { stageFeed } from "./stage-feed"
import { stageReleased } from "./stage-released"
import { TrackedTitles } from "./tracked-titles"

const PAGE = 5_000

export type Syncing = {
  connection: Knex
  source: SourceOptions
  low_stock_threshold: number
  location_id: string
  caches: TitleCaches
  /** The titles that the run is about; null = all that are imported. */
  eans: string[] | null
  beat: (counts: Partial<RunCounts>) => Promise<void>
  now: () => Promise<Date>
}

/**
 * stage -> compare -> guard -> apply -> confirm. Until the guards have spoken nothing but the staging tables is written.
 * A run that was stopped while it staged begins anew; one that was applying goes on (`feed` null). The caller holds the lease.
 */
export async function runSync(run: Run, feed: SourceFeed | null, syncing: Syncing): Promise<void> {
  const { connection } = syncing
  if (feed !== null) {
    await stage(run, feed, syncing)
    if (run.status === "guarded" || run.is_dry_run) return
  } else {
    await syncing.caches.clearApplied()
  }
  await changeRun(connection, run.id, { phase: "applying" })
  await apply(run, syncing)
  await changeRun(connection, run.id, { phase: "confirming" })
  await confirmRun({ ...syncing, run, beat: () => syncing.beat({}) })
}

/** Applies what is staged already: of a run that a person let through, or that was stopped within. */
async function apply(run: Run, { connection, source, location_id, caches, beat }: Syncing): Promise<void> {
  const note = `${source.name ?? source.id}: ${run.snapshot?.id ?? "looked up"}`
  await applyRun({ connection, source, location_id, run, run_id: run.id, note, caches, beat })
}

/** Reads, compares and judges; `run` is told what came of it. */
async function stage(run: Run, feed: SourceFeed, syncing: Syncing): Promise<void> {
  const { connection, source, eans, beat } = syncing
  const now = await syncing.now()
  await changeRun(connection, run.id, { phase: "staging", ...(feed.snapshot && { snapshot: feed.snapshot }) })
  run.snapshot = feed.snapshot
  await clearStaged(connection, run.id)
  const tracked = await TrackedTitles.read(connection, source.id, eans)
  const staging = { ...syncing, run_id: run.id, tracked, now }
  const counting: Staging["beat"] = async (counts) => {
    Object.assign(run.counts, counts)
    await beat(counts)
  }
  run.counts.tracked = tracked.size
  const reading = feed.read({ tracked, eans: tracked.eans })
  const { contradicting, is_update } = await stageFeed({ ...staging, beat: counting }, reading)
  if (feed.snapshot?.kind === "full" && feed.capabilities.absence === "removed" && !is_update) {
    for (const page of inPages(tracked.missing(), PAGE)) {
      await stageMissing(connection, run.id, source.id, page, feed.snapshot.sequence)
      await beat({})
    }
  }
  if (eans === null) await stageReleased(staging)
  run.looked_up = feed.snapshot ? null : { at: now.toISOString(), eans: tracked.seen() }
  await guard(run, syncing, { contradicting, now })
}

type Staging = Parameters<typeof stageFeed>[0]

async function guard(
  run: Run,
  { connection, source, eans }: Syncing,
  { contradicting, now }: { contradicting: string[]; now: Date }
): Promise<void> {
  await changeRun(connection, run.id, { phase: "guarding" })
  const staged = await summarizeStaged(connection, run.id, source.id, eans)
  const counts = { ...run.counts, staged: staged.staged, missing: staged.missing }
  const verdicts = judgeRun({
    snapshot: run.snapshot,
    state: await readSourceState(connection, source.id),
    counts: { rows: counts.rows ?? 0, rejected: counts.rejected ?? 0, tracked: counts.tracked ?? 0 },
    contradicting,
    staged,
    guards: source.guards,
    limit_seconds: source.limit_seconds,
    now,
  })
  const isTripped = verdicts.some(({ tripped }) => tripped) && run.override_reason === null
  Object.assign(run, { counts, verdicts, status: isTripped ? "guarded" : run.status })
  const status = isTripped ? "guarded" : run.is_dry_run ? "done" : undefined
  const looked_up = run.looked_up ?? undefined
  await changeRun(connection, run.id, { counts, verdicts, looked_up, ...(status && { status }) })
}
