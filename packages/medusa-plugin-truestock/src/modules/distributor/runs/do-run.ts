import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reject } from "truestock-distributor-feeds"
import { query } from "../../../database/connection"
import { newId } from "../../../database/new-id"
import { TruestockError } from "../../../errors"
import type { TruestockOptions } from "../../../options"
import { type Caching, TitleCaches } from "../caches/title-caches"
import type { Doing } from "../service"
import type { SourceOptions } from "../sources/source-options"
import { aimRun } from "../sources/aim-run"
import { assertPlace } from "../sources/assert-place"
import { readSourceState, type SourceState } from "../sources/sql/source-state"
import { withCircuit } from "../sources/with-circuit"
import { openFeed } from "../sources/open-feed"
import { rejectsFirst } from "../sources/rejects-first"
import { runSync, type Syncing } from "../sync/run-sync"
import { discover } from "../titles/discover"
import { enrich } from "../titles/enrich"
import { settleAll } from "../titles/settle-all"
import { failureOf } from "./failure-of"
import { noteNothingNew } from "./note-nothing-new"
import type { Run, RunCounts } from "./run"
import { beginRun } from "./sql/begin-run"
import { changeRun } from "./sql/change-run"
import { createRun } from "./sql/create-run"
import { isOvertaken } from "./sql/is-overtaken"
import { noteRun } from "./sql/note-run"
import { readRun } from "./sql/read-runs"
import { withLease } from "./with-lease"

const TELL_EVERY_MS = 1_000

type Work = Doing & {
  connection: Knex
  options: TruestockOptions
  source: SourceOptions
  caching: () => Caching | undefined
}

/** Does what needs nothing but the database and the feed; an import needs the shop's workflows (workflows/distributor). */
export async function doRun(run: Run, work: Work): Promise<void> {
  await underLease(run, work, (beat) => workOf(run, work, beat))
}

/** Does some work of a run under its source's lease, and records how it ended where the work did not. */
export async function underLease<Result>(
  run: Run,
  work: Pick<Work, "connection" | "source" | "signal" | "on_progress">,
  done: (beat: Syncing["beat"]) => Promise<Result>
): Promise<Result> {
  const { connection, signal } = work
  return withLease(connection, { run, signal }, async (renew) => {
    const isBegun = await beginRun(connection, run.id)
    // What was read before the lease was ours may be of another time.
    Object.assign(run, await readRun(connection, run.id))
    if (!isBegun) {
      throw new TruestockError("run_state", `Run ${run.id} is ${run.status}: ask for another one.`)
    }
    try {
      return await done(telling(run, work, renew))
    } catch (error) {
      // Of a run that another process has taken over, or that a worker leaves to the next one, the record is not ours to end.
      const isOurs = (error as { code?: string }).code !== "run_lost" && signal?.aborted !== true
      if (isOurs) await changeRun(connection, run.id, { status: "failed", error: failureOf(error) })
      throw error
    }
  })
}

async function workOf(run: Run, work: Work, beat: Syncing["beat"]): Promise<void> {
  const { connection, source, signal } = work
  // Of a discovery nothing is put there, and a dry run puts nothing.
  if ((run.kind === "sync" || run.kind === "settle") && !run.is_dry_run) await assertPlace(connection, source)
  const rejects = await aimRun(run, { connection, source, signal })
  const state = await readSourceState(connection, source.id)
  if (run.kind === "settle") return settleAll(run, syncingOf(run, work, state, beat))
  if (run.kind === "sync" && (run.phase === "applying" || run.phase === "confirming")) {
    // What is staged needs no feed: another file may lie there by now, or none.
    await assertNewest(connection, run)
    await runSync(run, null, syncingOf(run, work, state, beat))
    if (run.snapshot !== null && run.target.eans === undefined) await askForNext(run, connection)
    return
  }
  const read = async () => readFeed(run, work, { state, rejects, beat })
  return source.feed.kind === "ingram_ipage" ? withCircuit(connection, state, read) : read()
}

type Reading = { state: SourceState; rejects: Reject[]; beat: Syncing["beat"] }

async function readFeed(run: Run, work: Work, { state, rejects, beat }: Reading): Promise<void> {
  const { connection, source, signal } = work
  const note = (sentence: string) => noteRun(connection, run.id, sentence)
  const opened = await openFeed({ source, state, run, signal, note })
  // A damaged line of a list is told where titles are found. A sync's guards judge the feed, not the list.
  const feed = opened && (run.kind === "sync" ? opened : rejectsFirst(opened, rejects))
  const syncing = syncingOf(run, work, state, beat)
  if (feed === null) await noteNothingNew(connection, run)
  if (run.kind === "discover") return discover(run, feed, syncing)
  if (run.kind === "enrich") return enrich(run, feed, syncing)
  if (feed === null) {
    await changeRun(connection, run.id, { status: "done" })
    return
  }
  await runSync(run, feed, syncing)
  // Of some titles alone nothing is remembered of the source: their next run would read the same file again.
  const isWhole = run.target.eans === undefined && !run.is_dry_run
  if (feed.more && run.status === "running" && isWhole) await askForNext(run, connection)
}

const syncingOf = (
  run: Run,
  { connection, source, options, caching }: Work,
  { location_id }: SourceState,
  beat: Syncing["beat"]
): Syncing => ({
  ...{ connection, source, beat, now: () => clockOf(connection) },
  caches: new TitleCaches(connection, run, caching),
  low_stock_threshold: options.low_stock_threshold,
  location_id: location_id!,
  eans: run.target.eans ?? null,
})

/** A run that was left in the middle must not bring back figures that a later one has replaced. */
async function assertNewest(connection: Knex, { id, source_id }: Run): Promise<void> {
  if (!(await isOvertaken(connection, id))) return
  throw new TruestockError(
    "run_state",
    `Run ${id} was overtaken: a later one has applied figures of ${source_id} since. Sync again.`
  )
}

/** The next file is a run of its own: what it changes is told apart in the ledger, and may be stopped by its own guards. */
async function askForNext({ source_id, target, actor_id, actor_type }: Run, connection: Knex): Promise<void> {
  const asked = { source_id, target, actor_id, actor_type, kind: "sync" as const }
  await createRun(connection, { id: newId("drun"), is_dry_run: false, override_reason: null, ...asked })
}

/** Renews the lease, and tells how far the run is once a second. */
function telling(
  run: Run,
  { connection, on_progress }: Pick<Work, "connection" | "on_progress">,
  renew: () => Promise<void>
): Syncing["beat"] {
  let told = 0
  const counts: Partial<RunCounts> = { ...run.counts }
  return async (more) => {
    Object.assign(counts, more)
    await renew()
    if (Date.now() - told < TELL_EVERY_MS) return
    told = Date.now()
    await changeRun(connection, run.id, { counts: more })
    on_progress?.({ phase: run.phase, counts })
  }
}

async function clockOf(connection: Knex): Promise<Date> {
  const [row] = await query<{ now: string }>(connection, `select to_json(truestock_now()) #>> '{}' as now`)
  return new Date(row!.now)
}
