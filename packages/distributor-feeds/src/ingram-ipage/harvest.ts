import { FeedError } from "../errors"
import type { FeedBatch } from "../feed"
import type { Answer } from "./look-up"
import { newStatistics } from "../statistics"
import type { CheckedOptions } from "./options"

const UNKNOWN_VALUES = 20

/** What has been read and waits to be yielded, and whether the run is to end. */
export class Harvest {
  readonly statistics = newStatistics()
  failure: unknown
  private records: FeedBatch["records"] = []
  private rejects: FeedBatch["rejects"] = []
  private unreadableInARow = 0

  constructor(private readonly options: CheckedOptions) {}

  get isEmpty(): boolean {
    return this.records.length + this.rejects.length === 0
  }

  get isFull(): boolean {
    return this.records.length + this.rejects.length >= this.options.batch_records
  }

  add({ record, reject, unreadable, bytes, unknown }: Answer) {
    this.statistics.rows++
    this.statistics.bytes += bytes
    if (record) {
      this.records.push(record)
      this.statistics.matched++
    }
    if (reject) {
      this.rejects.push(reject)
      this.statistics.rejected++
    }
    for (const [name, value] of Object.entries(unknown ?? {})) this.note(name, value)
    // A title that was never asked for says nothing about the site.
    if (unreadable) this.unreadableInARow++
    else if (record || reject?.code === "not_found") this.unreadableInARow = 0
    if (unreadable && this.unreadableInARow >= this.options.failures_in_a_row) {
      this.fail(
        new FeedError(
          unreadable,
          `${this.unreadableInARow} pages in a row could not be read; last: ${reject?.reason}`
        )
      )
    }
  }

  /** The first failure is the one that is told. */
  fail(error: unknown) {
    this.failure ??= error
  }

  taken(): FeedBatch {
    const { records, rejects } = this
    this.records = []
    this.rejects = []
    return {
      records,
      rejects,
      statistics: { ...this.statistics, unknown: structuredClone(this.statistics.unknown) },
    }
  }

  private note(name: string, value: string) {
    const values = (this.statistics.unknown[name] ??= [])
    const short = value.slice(0, 80)
    if (values.length < UNKNOWN_VALUES && !values.includes(short)) values.push(short)
  }
}
