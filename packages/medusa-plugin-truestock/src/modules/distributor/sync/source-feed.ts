import type { Capabilities, Feed, ReadOptions, Snapshot } from "truestock-distributor-feeds"

/** A state of a source that is to be applied: proved whole while it is read, or the reading throws. */
export type SourceFeed = {
  /** Null where titles are looked up one by one. */
  snapshot: Snapshot | null
  /** Whether other snapshots follow this one. */
  more: boolean
  capabilities: Capabilities
  /** `eans`: the titles that are wanted; all when left out. */
  read(options: Pick<ReadOptions, "tracked"> & { eans?: string[] }): Feed
}
