import type { Feed, StockRecord } from "truestock-distributor-feeds"
import type { Connection } from "../../../database/connection"
import { flagChange } from "../rules/flag-change"
import type { RunCounts } from "../runs/run"
import type { SourceOptions } from "../sources/source-options"
import { foundTitle } from "./found-title"
import { keepRejects } from "./keep-rejects"
import { type StagedTitle, stageTitles } from "./sql/stage-titles"
import type { TrackedTitles } from "./tracked-titles"

const PAGE = 1_000

export type Staging = {
  connection: Connection
  run_id: string
  source: SourceOptions
  tracked: TrackedTitles
  low_stock_threshold: number
  now: Date
  /** Called after each batch: renews the lease, tells how far it is, throws when it is to stop. */
  beat: (counts: Partial<RunCounts>) => Promise<void>
}

/**
 * Reads a feed to its end, and stages the tracked titles that differ from what is known of them.
 *
 * @returns the titles that the feed names twice, with different figures
 */
export async function stageFeed(staging: Staging, feed: Feed): Promise<string[]> {
  const { tracked } = staging
  const contradicting = new Set<string>()
  const waiting: StagedTitle[] = []
  let staged = 0
  const keep = keepRejects(staging.connection, staging.run_id)
  const flush = async (least: number) => {
    while (waiting.length >= least && waiting.length > 0) {
      await stageTitles(staging.connection, staging.run_id, staging.source.id, waiting.splice(0, PAGE))
    }
  }
  for await (const { records, rejects, statistics } of feed) {
    for (const record of records) {
      const title = judge(staging, record, contradicting)
      if (title && waiting.push(title)) staged++
    }
    for (const { ean13, code } of rejects) {
      if (ean13) tracked.noteRejected(ean13)
      if (ean13 && code === "duplicate_ean") contradicting.add(ean13)
    }
    await keep(rejects)
    await flush(PAGE)
    const { rows, matched, rejected, bytes } = statistics
    await staging.beat({ rows, matched, rejected, bytes, staged })
  }
  await flush(1)
  return [...contradicting]
}

/** The title as it is to be staged; null where nothing about it has changed. One that was missing has come back. */
function judge(
  { source, tracked, low_stock_threshold, now }: Staging,
  record: StockRecord,
  contradicting: Set<string>
): StagedTitle | null {
  const found = foundTitle(record, source, now)
  const seen = tracked.see(record.ean13, found.digest)
  if (seen?.contradicts) contradicting.add(record.ean13)
  if (!seen?.is_first || (seen.known.digest === found.digest && !seen.known.is_missing)) return null
  const limits = { threshold: low_stock_threshold, units: source.flag_units }
  return { ...found, change: "changed", reasons: flagChange(seen.known.on_hand, found.on_hand, limits) }
}
