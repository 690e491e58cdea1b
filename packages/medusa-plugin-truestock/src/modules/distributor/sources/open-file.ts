import type { Capabilities, Feed, ReadOptions, Snapshot } from "truestock-distributor-feeds"
import type { SourceFeed } from "../sync/source-feed"
import { chooseSnapshot } from "./choose-snapshot"
import { FeedFolder } from "./feed-folder"
import type { Opening } from "./open-feed"
import type { SourceOptions } from "./source-options"

export type FileFeed = Extract<SourceOptions["feed"], { transport: object }>
type Format = {
  /** What the files of the folder are; those that are something else are left out. */
  snapshotOf: (file: { name: string; bytes: number; modified: string | null }) => Snapshot | null
  read: (path: string, options: ReadOptions & { snapshot: Snapshot; eans?: string[] }) => Feed
}

/** Files of a folder: the newest full, then the deltas after it, one at a time. A discovery reads the newest full again. */
export async function openFile(
  { source, state, run, signal, note }: Opening,
  feed: FileFeed,
  { snapshotOf, read }: Format
): Promise<SourceFeed | null> {
  const folder = new FeedFolder(source.id, feed.transport)
  const files = (await folder.list(signal)).flatMap((file) => {
    const snapshot = snapshotOf(file)
    return snapshot ? [{ name: file.name, snapshot }] : []
  })
  const { next, more, late } = chooseSnapshot(files, run.kind === "sync" ? state : NOTHING_YET)
  if (late) {
    const { id, as_of } = late.snapshot
    await note(
      `Left out ${id} of ${as_of}: newer deltas have been applied, up to ${state.delta_sequence} of ${state.as_of}. ` +
        "It would bring back what is sold since."
    )
  }
  if (!next) return null
  const { name, snapshot } = next
  const path = await folder.fetch(name, signal)
  return {
    snapshot,
    more,
    capabilities: CAPABILITIES[snapshot.kind],
    read: ({ tracked, eans }) => read(path, { snapshot, tracked, eans, signal }),
  }
}

/** What a discovery reads is not applied: it looks at the whole offer, whatever was synced before. */
const NOTHING_YET = { full_sequence: null, delta_sequence: null, as_of: null }

const CAPABILITIES: Record<Snapshot["kind"], Capabilities> = {
  full: { mode: "full", absence: "removed", locations: "per_dc" },
  delta: { mode: "delta_sequential", absence: "unchanged", locations: "per_dc" },
}
