import { FeedError } from "../errors"
import type { Snapshot } from "../feed"

export type StockV2FileNames = {
  /** Names that each hold one part of a full, such as a part one and a part two; without them no part is accepted. */
  full_parts?: readonly string[]
}

export type StockV2FileName = {
  kind: Snapshot["kind"]
  /** Of a delta `20YYMMDD` and its letter, such as `20261122b`; of a full null: its name has no date. */
  sequence: string | null
  /** Which part of the full, from 1; null for a file that is whole. */
  part: number | null
}

const FULL = /^stockv2@ingram\.(?:zip|dat)$/i
const DELTA = /^stockv2delta(\d{2})(\d{2})(\d{2})([a-f])?@ingram\.(?:zip|dat)$/i

/** What a file is by its name, in whatever case; null for a name that is none of StockV2. */
export function readStockV2FileName(name: string, options: StockV2FileNames = {}): StockV2FileName | null {
  if (FULL.test(name)) return { kind: "full", sequence: null, part: null }
  const part =
    options.full_parts?.findIndex((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? -1
  if (part >= 0) return { kind: "full", sequence: null, part: part + 1 }
  const [, year, month, day, letter = ""] = DELTA.exec(name) ?? []
  if (!year || !isDay(`20${year}-${month}-${day}`)) return null
  return { kind: "delta", sequence: `20${year}${month}${day}${letter.toLowerCase()}`, part: null }
}

/**
 * The file as a snapshot. A delta sorts by its day and letter, a full by the day and time of `modified`, which its name
 * does not tell: among deltas it stands behind those of earlier days and letters of its own day up to `f`.
 * Throws FeedError `not_a_feed` for another name, `invalid_options` for a full without a date.
 */
export function stockV2Snapshot(
  file: { name: string; bytes: number | null; modified: string | null },
  options: StockV2FileNames = {}
): Snapshot {
  const name = readStockV2FileName(file.name, options)
  if (!name)
    throw new FeedError("not_a_feed", `${JSON.stringify(file.name)} is not the name of a StockV2 file.`)
  const as_of = file.modified
  if (name.sequence)
    return { id: file.name, kind: "delta", sequence: name.sequence, as_of, bytes: file.bytes }
  if (!as_of) throw new FeedError("invalid_options", `${file.name} has no date: give the time it was made.`)
  const stamp = new Date(as_of).toISOString().replace(/\D/g, "").slice(0, 14)
  const sequence = `${stamp.slice(0, 8)}t${stamp.slice(8)}${name.part ? `-${name.part}` : ""}`
  return { id: file.name, kind: "full", sequence, as_of, bytes: file.bytes }
}

function isDay(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}
