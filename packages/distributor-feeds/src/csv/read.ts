import { createReadStream } from "node:fs"
import { basename } from "node:path"
import { crc32 } from "node:zlib"
import { type CsvError, type Info, parse } from "csv-parse"
import { throwIfAborted } from "../aborting"
import { FeedError } from "../errors"
import type { Feed, FeedBatch, Reject } from "../feed"
import { readFileHead } from "../file-head"
import type { StockRecord } from "../record"
import { RowProblem } from "../row-problem"
import { newStatistics, note, snapshotOf } from "../statistics"
import { type CsvOptions, placesOf } from "./options"
import { PlaceRows } from "./place-rows"
import { type CsvCells, ean13OfRow, parseCsvRow } from "./row"

const LONGEST_ROW = 1024 * 1024

/**
 * Reads a CSV file with a heading (UTF-8, with or without byte order mark). Memory grows only with the titles that were
 * yielded (a few bytes each), to recognise one that comes twice. Apply nothing before the generator has returned.
 * Throws FeedError.
 */
export async function* readCsvFile(path: string, options: CsvOptions): Feed {
  const file = basename(path)
  throwIfAborted(options.signal, file)
  await readFileHead(path)
  const reader = new CsvReader(options, file)
  const input = createReadStream(path)
  const rows = parse({
    bom: true,
    delimiter: options.delimiter ?? ",",
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  })
  rows.on("skip", (error: CsvError) => reader.damaged(error))
  input.once("error", (error) => rows.destroy(error))
  try {
    for await (const { record, info } of input.pipe(rows) as AsyncIterable<{
      record: string[]
      info: Info
    }>) {
      throwIfAborted(options.signal, file)
      reader.row(record, info.lines, info.bytes)
      if (reader.pending >= (options.batch_size ?? 1000)) yield reader.take()
    }
  } finally {
    input.destroy()
    rows.destroy()
  }
  reader.end()
  if (reader.pending > 0) yield reader.take()
  return snapshotOf(reader.statistics)
}

class CsvReader {
  readonly statistics = newStatistics()
  #places: Map<string, number> | null = null
  #width = 0
  #records: StockRecord[] = []
  #rejects: Reject[] = []
  #seen = new Map<string, number>()
  #unclosed = false
  readonly #placeRows: PlaceRows | null

  constructor(
    private readonly options: CsvOptions,
    private readonly file: string
  ) {
    this.#placeRows = options.place_rows ? new PlaceRows() : null
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

  row(row: string[], line: number, bytes: number): void {
    this.statistics.bytes = bytes
    if (this.#places === null) {
      this.#places = placesOf(row, this.options, this.file)
      this.#width = row.length
      return
    }
    this.statistics.rows++
    const places = this.#places
    const cells: CsvCells = (name) => (name === undefined ? null : row[places.get(name)!]?.trim() || null)
    let ean13: string | null = null
    try {
      if (row.length !== this.#width) {
        throw new RowProblem("bad_columns", `The row has ${row.length} columns, the heading ${this.#width}.`)
      }
      ean13 = ean13OfRow(cells, this.options.columns)
      if (this.options.tracked && !this.options.tracked.has(ean13)) return
      this.statistics.matched++
      if (!this.#placeRows && this.#repeats(ean13, row)) return note(this.statistics, "repeated_row")
      const source = this.options.source ?? "csv"
      const as_of = this.options.as_of ?? null
      const record = parseCsvRow(cells, ean13, this.options, { source, file: this.file, row: line, as_of })
      this.#keep(this.#placeRows ? this.#placeRows.add(record) : record)
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error
      if (ean13 !== null && this.#placeRows) this.#keep(this.#placeRows.spoil(ean13))
      const raw = row.join(this.options.delimiter ?? ",").slice(0, 300)
      this.#reject({ row: line, code: error.code, reason: error.reason, ean13, raw })
    }
  }

  /** A row that breaks the quoting. */
  damaged(error: CsvError): void {
    this.#unclosed ||= error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE"
    this.statistics.rows++
    const line = Number((error as unknown as { lines?: number }).lines ?? this.statistics.rows)
    this.#reject({ row: line, code: "bad_quotes", reason: error.message.slice(0, 200), ean13: null, raw: "" })
  }

  end(): void {
    this.#keep(this.#placeRows?.end() ?? null)
    if (this.#unclosed) throw new FeedError("truncated", `${this.file} ends within quotes: fetch it again.`)
    if (this.#places === null) throw new FeedError("empty", `${this.file} has no heading.`)
    if (this.statistics.rows === 0) throw new FeedError("empty", `${this.file} has a heading and no row.`)
  }

  /** A title, complete: with rows per place no other may come later. */
  #keep(record: StockRecord | null): void {
    if (record === null) return
    if (this.#placeRows && this.#seen.has(record.ean13)) {
      const { row } = record.provenance
      const reason = "The title has earlier rows, apart from these."
      return this.#reject({ row, code: "duplicate_ean", reason, ean13: record.ean13, raw: "" })
    }
    if (this.#placeRows) this.#seen.set(record.ean13, 0)
    this.#records.push(record)
  }

  #repeats(ean13: string, row: string[]): boolean {
    const print = crc32(row.join("\u001f"))
    const before = this.#seen.get(ean13)
    if (before === undefined) this.#seen.set(ean13, print)
    else if (before !== print) {
      throw new RowProblem("duplicate_ean", "The title has an earlier row with other content.")
    }
    return before !== undefined
  }

  #reject(reject: Reject): void {
    this.statistics.rejected++
    this.#rejects.push(reject)
  }
}
