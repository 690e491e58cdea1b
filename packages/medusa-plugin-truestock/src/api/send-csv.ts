import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"

/** What a spreadsheet takes for the beginning of a formula, in full width too. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** An apostrophe makes a spreadsheet show text as it stands. Numbers are numbers, below zero too. */
export const asText = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

const CAST = { string: asText, boolean: String, date: (time: Date) => time.toISOString() }

export type CsvFile<Row> = {
  /** With its ending. */
  filename: string
  /** The names in the first row, and of each row's fields. */
  columns: readonly (keyof Row & string)[]
  rows: AsyncGenerator<Row, void, undefined>
}

/**
 * Sends rows as CSV while they are read: no faster than the client takes them, and no further when it goes away.
 * What fails on the way breaks the connection off, so that half a file is not taken for a whole one.
 */
export async function sendCsv<Row>(
  { filename, columns, rows }: CsvFile<Row>,
  res: MedusaResponse
): Promise<void> {
  // Before the first byte a failure can still be answered as one.
  const first = await rows.next()
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${filename}"`)
  const csv = stringify({ header: true, columns: [...columns], cast: CAST })
  try {
    await pipeline(Readable.from(all(first, rows)), csv, res)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error
  }
}

async function* all<Row>(first: IteratorResult<Row, void>, others: AsyncGenerator<Row, void, undefined>) {
  try {
    if (first.done) return
    yield first.value
    yield* others
  } finally {
    await others.return(undefined)
  }
}
