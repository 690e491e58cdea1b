import {
  readStockV2File,
  readStockV2FileName,
  stockV2Snapshot,
  TrackedEans,
} from "truestock-distributor-feeds"
import type { SourceFeed } from "../sync/source-feed"
import type { Opening } from "./open-feed"
import { openFile } from "./open-file"
import type { SourceOptions } from "./source-options"

type StockV2 = Extract<SourceOptions["feed"], { kind: "ingram_stockv2" }>

/** Ingram's files, in the order in which they are to be applied. */
export async function openStockV2(opening: Opening, feed: StockV2): Promise<SourceFeed | null> {
  const { id: source } = opening.source
  const names = { full_parts: feed.full_parts }
  return openFile(opening, feed, {
    snapshotOf: (file) => (readStockV2FileName(file.name, names) ? stockV2Snapshot(file, names) : null),
    read: (path, { snapshot, eans, signal }) =>
      readStockV2File(path, {
        ...{ source, signal, as_of: snapshot.as_of, slots: feed.slots },
        // Looked up in the bytes of the row, before anything of it is read.
        ...(eans && { tracked: new TrackedEans(eans) }),
      }),
  })
}
