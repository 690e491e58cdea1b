import type { StockRecord } from "./record"

/** A row that was not understood. It changes nothing: a damaged figure is never taken for zero. */
export type Reject = {
  /** Counted from 1. */
  row: number
  /** Stable code, such as `bad_length` or `bad_check_digit`. */
  code: string
  /** What was wrong, with the offending value. */
  reason: string
  /** The title of the row where it could still be read: such a title is rejected, not missing. */
  ean13: string | null
  /** The row as it came, cut at 300 characters. */
  raw: string
  /** What the source calls the row, where it has a name for it: ONIX's RecordReference, the EAN asked for. */
  reference?: string
}

/** What has been read so far; the same counts stand at the end and in every progress line. */
export type FeedStatistics = {
  rows: number
  /** Rows of titles that are tracked. */
  matched: number
  rejected: number
  bytes: number
  /** Distinct values of bytes whose meaning is not known, the first few of each: to be learned from. */
  unknown: Record<string, string[]>
  /** How often something was odd though not wrong, such as `disabled_location_has_stock:CA`. */
  notes: Record<string, number>
}

/** Records and rejects of a stretch of the source; small enough that memory stays flat. */
export type FeedBatch = {
  records: StockRecord[]
  rejects: Reject[]
  /** Up to and with this batch. */
  statistics: FeedStatistics
}

/**
 * A source being read: batches as they come, the statistics at its end. It throws a FeedError where the container
 * cannot be trusted (truncated, wrong entry, no such file), so that whoever applies it applies nothing.
 */
export type Feed = AsyncGenerator<FeedBatch, FeedStatistics>

/** Which titles the reader wants: everything else is passed over before it is parsed. */
export type Tracked = {
  has(ean13: string): boolean
}

export type ReadOptions = {
  /** All titles when left out. */
  tracked?: Tracked
  signal?: AbortSignal
}

/** What a source is able to say; decides how the absence of a title is read. */
export type Capabilities = {
  mode: "full" | "delta_sequential" | "delta_since_full" | "cursor" | "point_lookup"
  /** What it means that a title is not there. */
  absence: "removed" | "unchanged" | "unknown"
  locations: "per_dc" | "single" | "lead_time_class"
}

/** One state of a source that can be fetched and proved whole before it is applied. */
export type Snapshot = {
  /** Name of the file, or what else tells snapshots of one source apart. */
  id: string
  kind: "full" | "delta"
  /** Sorts snapshots of one source in the order in which they are to be applied. */
  sequence: string
  /** ISO instant; null where the source does not say. */
  as_of: string | null
  bytes: number | null
}
