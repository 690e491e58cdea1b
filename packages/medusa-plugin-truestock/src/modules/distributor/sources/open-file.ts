import type { Capabilities, Feed, ReadOptions, Snapshot, Tracked } from "truestock-distributor-feeds"
import { toldTime } from "../rules/told-time"
import type { SourceFeed } from "../sync/source-feed"
import { chooseAll, chooseSnapshot } from "./choose-snapshot"
import { FeedFolder } from "./feed-folder"
import type { Opening } from "./open-feed"
import { readInTurn } from "./read-in-turn"
import type { SourceOptions } from "./source-options"

export type FileFeed = Extract<SourceOptions["feed"], { transport: object }>
type Format = {
  /** What the files of the folder are; those that are something else are left out. */
  snapshotOf: (file: { name: string; bytes: number; modified: string | null }) => Snapshot | null
  read: (path: string, options: ReadOptions & { snapshot: Snapshot; eans?: string[] }) => Feed
}

/**
 * Files of a folder: the newest full, then the deltas after it, one at a time. A discovery reads the newest full again; who
 * looks single titles up reads all of it, whatever was synced before.
 */
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
  const isLookUp = run.kind === "enrich"
  const { next, more, late } = chooseSnapshot(files, run.kind === "sync" ? state : NOTHING_YET)
  if (late) {
    const [name, known] = [late.snapshot, state].map(({ as_of }) =>
      as_of ? toldTime(as_of) : "no known time"
    )
    await note(
      `Left out ${late.snapshot.id} of ${name}: newer deltas have been applied, up to ${state.delta_sequence} of ${known}. ` +
        "It would bring back what is sold since."
    )
  }
  const chain = isLookUp ? chooseAll(files) : next ? [next] : []
  const last = chain.at(-1)
  if (!last) return null
  return {
    snapshot: last.snapshot,
    more: !isLookUp && more,
    capabilities: CAPABILITIES[last.snapshot.kind],
    read: ({ eans, tracked = among(eans) }) =>
      readInTurn(
        chain.map(({ name, snapshot }) => async () => {
          const path = await folder.fetch(name, signal)
          return read(path, { snapshot, tracked, eans, signal })
        })
      ),
  }
}

const among = (eans: string[] | undefined): Tracked | undefined => eans && new Set(eans)

/** What a discovery reads is not applied: it looks at the whole offer, whatever was synced before. */
const NOTHING_YET = { full_sequence: null, delta_sequence: null, as_of: null }

const CAPABILITIES: Record<Snapshot["kind"], Capabilities> = {
  full: { mode: "full", absence: "removed", locations: "per_dc" },
  delta: { mode: "delta_sequential", absence: "unchanged", locations: "per_dc" },
}
