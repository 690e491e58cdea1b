import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { query } from "../../../database/connection"
import { newId } from "../../../database/new-id"
import { TruestockError } from "../../../errors"
import type { TruestockOptions } from "../../../options"
import type { Doing } from "../service"
import type { SourceOptions } from "../sources/source-options"
import { readSourceState } from "../sources/sql/source-state"
import { openFeed } from "../sources/open-feed"
import { failureOf, runSync, type Syncing } from "../sync/run-sync"
import { discover } from "../titles/discover"
import { settleAll } from "../titles/settle-all"
import type { Run, RunCounts } from "./run"
import { changeRun } from "./sql/change-run"
import { createRun } from "./sql/create-run"
import { withLease } from "./with-lease"

const TELL_EVERY_MS = 1_000

type Work = Doing & { connection: Knex; options: TruestockOptions; source: SourceOptions }

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
  const { connection, source, signal } = work
  if (run.status !== "requested" && run.status !== "running") {
    throw new TruestockError("run_state", `Run ${run.id} is ${run.status}: ask for another one.`)
  }
  return withLease(connection, { source_id: source.id, run_id: run.id, signal }, async (renew) => {
    try {
      await changeRun(connection, run.id, { status: "running" })
      run.status = "running"
      return await done(telling(run, work, renew))
    } catch (error) {
      // Of a run that another process has taken over, or that a worker leaves to the next one, the record is not ours to end.
      const isOurs = (error as { code?: string }).code !== "run_lost" && signal?.aborted !== true
      if (isOurs) await changeRun(connection, run.id, { status: "failed", error: failureOf(error) })
      throw error
    }
  })
}

async function workOf(run: Run, { connection, options, source, signal }: Work, beat: Syncing["beat"]) {
  const now = () => clockOf(connection)
  if (run.kind === "settle") return settleAll(run, { connection, source, beat })
  const state = await readSourceState(connection, source.id)
  const feed = await openFeed({ source, state, run, signal })
  if (run.kind === "discover" || run.kind === "enrich") {
    return discover(run, feed, { connection, source, beat, now })
  }
  if (feed === null) {
    await changeRun(connection, run.id, { status: "done" })
    return
  }
  await runSync(run, feed, {
    ...{ connection, source, beat, now },
    low_stock_threshold: options.low_stock_threshold,
    location_id: state.location_id!,
    eans: run.target.eans ?? null,
  })
  if (feed.more && run.status === "running" && !run.is_dry_run) await askForNext(run, connection)
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
