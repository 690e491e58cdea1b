import type { Run } from "../runs/run"
import type { SourceFeed } from "../sync/source-feed"
import { openIpage } from "./open-ipage"
import { openStockV2 } from "./open-stockv2"
import { openCsv, openOnix } from "./open-table"
import type { SourceOptions } from "./source-options"
import type { SourceState } from "./sql/source-state"

/** What a feed is opened for. */
export type Opening = {
  source: SourceOptions
  state: SourceState
  run: Run
  signal?: AbortSignal
  /** Says something of the run, in a sentence. */
  note: (sentence: string) => Promise<void>
}

/** What of the source is to be read next; null = there is nothing new. @throws FeedError, unknown_search */
export async function openFeed(opening: Opening): Promise<SourceFeed | null> {
  const { feed } = opening.source
  switch (feed.kind) {
    case "ingram_stockv2":
      return openStockV2(opening, feed)
    case "ingram_ipage":
      return openIpage(opening, feed)
    case "onix":
      return openOnix(opening, feed)
    case "csv":
      return openCsv(opening, feed)
  }
}
