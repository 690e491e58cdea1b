import { crc32 } from "node:zlib"
import { FeedError } from "../errors"
import type { FeedBatch, FeedStatistics, Reject, Tracked } from "../feed"
import type { StockRecord } from "../record"
import { RowProblem } from "../row-problem"
import { newStatistics, note, snapshotOf } from "../statistics"
import { NOT_DIGITS, NOT_TRACKED, TrackedEans } from "../tracked-eans"
import { FIELDS, ROW_LENGTH } from "./layout"
import type { RowOptions } from "./options"
import { parseStockV2Row } from "./row"
import type { RowVisitor } from "./row-splitter"

/** So many rows wrong and none right is another kind of file. */
const HOPELESS_ROWS = 1000

/** Takes rows one by one and gathers records and rejects. A title that is not tracked costs one look-up. */
export class StockV2RowReader implements RowVisitor {
  readonly statistics: FeedStatistics = newStatistics()
  #records: StockRecord[] = []
  #rejects: Reject[] = []
  #good = 0
  #seen: Int32Array | null

  constructor(
    private readonly options: RowOptions,
    private readonly tracked: Tracked | undefined
  ) {
    this.#seen = tracked instanceof TrackedEans ? new Int32Array(tracked.capacity) : null
  }

  get pending(): number {
    return this.#records.length + this.#rejects.length
  }

  take(): FeedBatch {
    const batch = { records: this.#records, rejects: this.#rejects, statistics: snapshotOf(this.statistics) }
    this.#records = []
    this.#rejects = []
    return batch
  }

  /** Throws FeedError `not_a_feed` when not one row was one. */
  end(): void {
    if (this.#good === 0) throw this.#notAFeed()
  }

  row(buffer: Buffer, offset: number): void {
    this.statistics.rows++
    const tracked = this.tracked
    const eanOffset = offset + FIELDS.ean13[0]
    if (tracked instanceof TrackedEans) {
      const slot = tracked.slotAt(buffer, eanOffset)
      if (slot >= 0) return this.#wanted(buffer, offset, slot)
      if (slot === NOT_TRACKED) this.#good++
      else if (slot === NOT_DIGITS) this.#withoutEan(buffer, offset)
      return
    }
    const ean13 = buffer.toString("latin1", eanOffset, eanOffset + FIELDS.ean13[1])
    if (!/^\d{13}$/.test(ean13)) return this.#withoutEan(buffer, offset)
    if (tracked && !tracked.has(ean13)) this.#good++
    else this.#wanted(buffer, offset, null)
  }

  damaged(length: number, raw: string): void {
    this.statistics.rows++
    const ean13 = /^0(\d{13})/.exec(raw)?.[1] ?? null
    this.#reject("bad_length", `The row has ${length} characters, not ${ROW_LENGTH}.`, ean13, raw)
  }

  #wanted(buffer: Buffer, offset: number, slot: number | null): void {
    this.statistics.matched++
    const raw = buffer.toString("latin1", offset, offset + ROW_LENGTH)
    // A string of its own: a slice would keep the whole row in memory for as long as somebody keeps the EAN.
    const ean13 = buffer.toString("latin1", offset + 1, offset + 14)
    try {
      if (slot !== null && this.#repeats(buffer, offset, slot)) return note(this.statistics, "repeated_row")
      const record = parseStockV2Row(raw, this.statistics.rows, this.options, this.statistics)
      record.ean13 = ean13
      this.#records.push(record)
      this.#good++
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error
      this.#reject(error.code, error.reason, ean13, raw)
    }
  }

  /** True for the same row once more; a second row with other content contradicts the first. */
  #repeats(buffer: Buffer, offset: number, slot: number): boolean {
    const seen = this.#seen!
    const print = crc32(buffer.subarray(offset, offset + ROW_LENGTH)) | 0 || 1
    const before = seen[slot]
    if (!before) {
      seen[slot] = print
      return false
    }
    if (before === print) return true
    throw new RowProblem("duplicate_ean", "The title has an earlier row with other content.")
  }

  /** Goods without an EAN are nobody's title; a damaged EAN could be anybody's. */
  #withoutEan(buffer: Buffer, offset: number): void {
    const raw = buffer.toString("latin1", offset, offset + ROW_LENGTH)
    const ean = raw.slice(1, 14)
    if (/^ {13}$/.test(ean)) return note(this.statistics, "row_without_ean")
    this.#reject("bad_characters", `EAN is ${JSON.stringify(ean)}, not digits.`, null, raw)
  }

  #reject(code: string, reason: string, ean13: string | null, raw: string): void {
    this.statistics.rejected++
    this.#rejects.push({ row: this.statistics.rows, code, reason, ean13, raw })
    if (this.#good === 0 && this.statistics.rejected >= HOPELESS_ROWS) throw this.#notAFeed()
  }

  #notAFeed(): FeedError {
    const first = this.#rejects[0]
    const why = first ? ` ${first.reason} It begins with ${JSON.stringify(first.raw.slice(0, 20))}.` : ""
    return new FeedError("not_a_feed", `${this.options.file} has no row that could be read.${why}`)
  }
}
