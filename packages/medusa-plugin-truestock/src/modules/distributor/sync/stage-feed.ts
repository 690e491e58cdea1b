import type { Feed, StockRecord } from "truestock-distributor-feeds"
import type { Connection } from "../../../database/connection"
import { completeRecord } from "../rules/complete-record"
import { flagChange } from "../rules/flag-change"
import type { RunCounts } from "../runs/run"
import type { SourceOptions } from "../sources/source-options"
import { foundTitle } from "./found-title"
import { keepRejects } from "./keep-rejects"
import { knownTitles } from "./known-titles"
import { REMOVED, removedTitle } from "./removed-title"
import type { KnownTitle } from "./sql/read-known"
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

export type StagedFeed = {
  /** The titles that the feed names twice, with different figures. */
  contradicting: string[]
  /** Whether it tells only what has changed: what it does not name is not gone. */
  is_update: boolean
}

/** Reads a feed to its end, and stages the tracked titles that differ from what is known of them. */
export async function stageFeed(staging: Staging, feed: Feed): Promise<StagedFeed> {
  const { tracked } = staging
  const contradicting = new Set<string>()
  const waiting: StagedTitle[] = []
  let staged = 0
  let is_update = false
  const keep = keepRejects(staging.connection, staging.run_id)
  const flush = async (least: number) => {
    while (waiting.length >= least && waiting.length > 0) {
      await stageTitles(staging.connection, staging.run_id, staging.source.id, waiting.splice(0, PAGE))
    }
  }
  for await (const { records, rejects, statistics } of feed) {
    is_update ||= records.some(({ partial }) => partial)
    const mine = records.filter(({ ean13 }) => tracked.has(ean13))
    const known = await knownTitles(staging.connection, staging.source.id, mine)
    for (const record of mine) {
      const title = judge(staging, record, { known: known.get(record.ean13), contradicting })
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
  return { contradicting: [...contradicting], is_update }
}

/** The title as it is to be staged; null where nothing about it has changed. One that was missing has come back. */
function judge(
  { source, tracked, low_stock_threshold, now }: Staging,
  said: StockRecord,
  { known, contradicting }: { known: KnownTitle | undefined; contradicting: Set<string> }
): StagedTitle | null {
  const isGone = said.removed === true && known !== undefined
  const found = isGone ? removedTitle(known, said) : foundTitle(completeRecord(said, known), source, now)
  const seen = tracked.see(said.ean13, found.digest)
  if (seen?.contradicts) contradicting.add(said.ean13)
  const isAsKnown = seen?.known.digest === found.digest && (isGone || !seen.known.is_missing)
  if (!seen?.is_first || isAsKnown) return null
  const limits = { threshold: low_stock_threshold, units: source.flag_units }
  const reasons = flagChange(seen.known.on_hand, found.on_hand, limits)
  return { ...found, change: found.digest === REMOVED ? REMOVED : "changed", reasons }
}
