import { CsvError, parse } from "csv-parse/sync"
import { TruestockError } from "../../../errors"

/** A line of a file, counted from 1, and its fields by the names of the header. */
export type CsvLine = { line: number; record: Record<string, string> }

type Read = { info: { lines: number }; record: Record<string, string> }

/**
 * Reads a CSV file whose first line names its columns. Fields are separated by whichever of comma, semicolon and tab the
 * first line uses; in a file with semicolons a comma is part of a field.
 *
 * @throws invalid_csv, which names the line; and what columnsOf throws
 */
export function readCsv(csv: string, columnsOf: (header: string[]) => string[]): CsvLine[] {
  try {
    const read = parse(csv, {
      bom: true,
      columns: columnsOf,
      delimiter: separatorOf(csv),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Read[]
    return read.map(({ info, record }) => ({ line: info.lines, record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines)
    throw new TruestockError(
      "invalid_csv",
      `Line ${line} cannot be read: ${error.message.replace(/\.?$/, ".")} Correct it, or take it out.`
    )
  }
}

function separatorOf(csv: string): string {
  const header = csv.trimStart().split(/\r?\n|\r/, 1)[0]!
  return header.match(/[,;\t]/)?.[0] ?? ","
}
