import type { Reject } from "truestock-distributor-feeds"
import type { Run } from "../runs/run"
import { changeRun } from "../runs/sql/change-run"
import { again } from "../sync/apply-run"
import { foundTitle } from "../sync/found-title"
import { inPages } from "../sync/in-pages"
import { keepRejects } from "../sync/keep-rejects"
import type { Syncing } from "../sync/run-sync"
import type { SourceFeed } from "../sync/source-feed"
import { clearStaged } from "../sync/sql/stage-titles"
import { GatheredTitles } from "./gathered-titles"
import { putEnriched } from "./put-enriched"
import type { FoundTitle } from "./sql/put-titles"

const PAGE = 500

/**
 * Looks titles up that are named, whether or not their file was applied already: the queue's facts of them become what the
 * source says, and of imported ones the shop's levels and terms as well, in the same transaction. Figures that are older
 * than what is known change nothing, nor do those of a title that a file names twice with different ones: both are told
 * among the rejects.
 */
export async function enrich(run: Run, feed: SourceFeed | null, enriching: Syncing): Promise<void> {
  const { connection, source, beat } = enriching
  const counts = { rows: 0, matched: 0, rejected: 0, bytes: 0, staged: 0, applied: 0, tracked: 0, levels: 0 }
  if (feed !== null) {
    const { snapshot } = feed
    await changeRun(connection, run.id, { phase: "staging", ...(snapshot && { snapshot }) })
    await clearStaged(connection, run.id)
    const now = await enriching.now()
    const keep = keepRejects(connection, run.id)
    const gathered = new GatheredTitles()
    let left = 0
    const leave = async (rejects: Reject[]) => {
      left += rejects.length
      counts.rejected += rejects.length
      await keep(rejects)
    }
    const put = async (titles: FoundTitle[]) => {
      for (const page of inPages(titles, PAGE)) {
        const done = await again(() => putEnriched(run, page, enriching))
        await enriching.caches.clear(page.map(({ ean13 }) => ean13))
        await leave(done.left)
        counts.staged += done.titles
        counts.applied += done.added
        counts.tracked += done.imported
        counts.levels += done.levels
        await beat(counts)
      }
    }
    const eans = (run.target.eans ?? []).slice(0, run.target.limit)
    for await (const { records, rejects, statistics } of feed.read({ eans })) {
      const { rows, matched, rejected, bytes } = statistics
      await beat(Object.assign(counts, { rows, matched, bytes, rejected: rejected + left }))
      await keep(rejects)
      for (const record of records) {
        // A page is of the moment in which it is looked up, by the clock that everything else is told by.
        const as_of = snapshot === null ? now.toISOString() : record.provenance.as_of
        gathered.add(record.provenance, { ...foundTitle(record, source, now), as_of })
      }
      gathered.noteRejects(rejects)
      // Pages may be many and slow: what is looked up is kept. A file is believed once it is read to its end.
      if (snapshot === null) await put(gathered.take())
    }
    await leave(gathered.contradictions())
    await put(gathered.take())
  }
  await changeRun(connection, run.id, { status: "done", counts })
}
