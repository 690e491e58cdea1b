import type { StockRecord } from "truestock-distributor-feeds"
import type { Transaction } from "../../../database/connection"
import { completeRecord } from "../rules/complete-record"
import type { Run } from "../runs/run"
import { assertLease } from "../runs/assert-lease"
import { changeRun } from "../runs/sql/change-run"
import { foundTitle } from "../sync/found-title"
import { inPages } from "../sync/in-pages"
import { keepRejects } from "../sync/keep-rejects"
import { knownTitles } from "../sync/known-titles"
import type { Syncing } from "../sync/run-sync"
import type { SourceFeed } from "../sync/source-feed"
import type { SourceOptions } from "../sources/source-options"
import { clearStaged } from "../sync/sql/stage-titles"
import { noteRemoved } from "./sql/note-removed"
import { isWanted } from "./is-wanted"
import { putTitles } from "./sql/put-titles"

const PAGE = 500

type Discovering = Pick<Syncing, "connection" | "source" | "beat" | "now">

/**
 * Fills the queue with what the source offers: all of it, whether or not there is stock. What is sold out today is sold
 * again tomorrow, and a distributor's own idea of "in stock" has left out titles that had hundreds.
 */
export async function discover(
  run: Run,
  feed: SourceFeed | null,
  { connection, source, beat, now }: Discovering
): Promise<void> {
  const counts = { rows: 0, matched: 0, rejected: 0, bytes: 0, staged: 0, applied: 0 }
  if (feed !== null) {
    await changeRun(connection, run.id, {
      phase: "staging",
      ...(feed.snapshot && { snapshot: feed.snapshot }),
    })
    await clearStaged(connection, run.id)
    const at = await now()
    const most = run.target.limit ?? Infinity
    const keep = keepRejects(connection, run.id)
    for await (const { records, rejects, statistics } of feed.read({ eans: run.target.eans })) {
      const wanted = records.filter(({ product_type }) => isWanted(product_type, source.product_types))
      for (const page of inPages(onePerEan(wanted.slice(0, most - counts.staged)), PAGE)) {
        if (!run.is_dry_run) {
          counts.applied += await connection.transaction(async (tx) => {
            await assertLease(tx, run)
            return putFound(tx, page, { source, now: at, isLookedUp: feed.snapshot === null })
          })
        }
        counts.staged += page.length
      }
      await keep(rejects)
      const { rows, matched, rejected, bytes } = statistics
      await beat(Object.assign(counts, { rows, matched, rejected, bytes }))
      if (counts.staged >= most) break
    }
  }
  await changeRun(connection, run.id, { status: "done", counts })
}

/** @returns how many are new */
async function putFound(
  tx: Transaction,
  records: StockRecord[],
  { source, now, isLookedUp }: { source: SourceOptions; now: Date; isLookedUp: boolean }
): Promise<number> {
  const known = await knownTitles(tx, source.id, records)
  const gone = records.filter(({ removed }) => removed).map(({ ean13 }) => ean13)
  if (gone.length > 0) await noteRemoved(tx, source.id, gone)
  const titles = records
    .filter(({ removed }) => !removed)
    .map((record) => ({
      ...foundTitle(completeRecord(record, known.get(record.ean13)), source, now),
      // What is looked up is of now, by the clock that everything else is told by.
      ...(isLookedUp && { as_of: now.toISOString() }),
    }))
  return putTitles(tx, source.id, titles)
}

/** One statement may not touch a row twice: of two of one title the later one counts. */
const onePerEan = <Title extends { ean13: string }>(titles: Title[]) => [
  ...new Map(titles.map((title) => [title.ean13, title])).values(),
]
