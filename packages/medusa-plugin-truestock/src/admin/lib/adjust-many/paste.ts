import {
  type Column,
  COLUMNS,
  emptyRow,
  emptyRows,
  type GridRow,
  isEmpty,
  type Mode,
  MOST_ROWS,
} from "./grid-row"
import { readHeader } from "./read-header"
import { splitBlock } from "./split-block"

/** Why a block is not taken; nothing of it is in the grid then. `line` counts from 1. */
export type PasteProblem =
  | { problem: "too_many_rows"; rows: number }
  | { problem: "too_many_columns"; line: number; text: string }
  | { problem: "both_quantities" }
  | { problem: "other_mode"; mode: Mode }
  | { problem: "nothing" }

/** `start`: the index of the row with which the block begins. */
export type Pasted = { rows: GridRow[]; start: number; pasted: number; mode: Mode | undefined }

/** Whether a text is a block, and not the content of a single cell. A line of prose may well have a comma. */
export const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.trim())

/**
 * The grid with a block in it. With a header the block goes where its columns are named, at the first row that is empty;
 * without one its first cell goes to the cell that was pasted into, as in a spreadsheet, over what was there.
 */
export function paste(
  rows: readonly GridRow[],
  text: string,
  at: { row: number; column: Column; mode: Mode }
): Pasted | PasteProblem {
  const lines = splitBlock(text)
  const header = readHeader(lines[0]!)
  if (header === "both") return { problem: "both_quantities" }
  // What is in the grid already would be read otherwise from then on.
  if (header?.mode && header.mode !== at.mode && !rows.every(isEmpty)) {
    return { problem: "other_mode", mode: header.mode }
  }
  const columns = header ? header.columns : COLUMNS.slice(COLUMNS.indexOf(at.column))
  const body = header ? lines.slice(1) : lines
  const wide = body.findIndex((cells) => cells.slice(columns.length).some((cell) => cell !== ""))
  if (wide >= 0) {
    return { problem: "too_many_columns", line: wide + (header ? 2 : 1), text: body[wide]!.join(" | ") }
  }
  const filled = body.map((cells) => rowOf(cells, columns))
  const pasted = filled.filter((row) => Object.values(row).some((cell) => cell !== "")).length
  if (pasted === 0) return { problem: "nothing" }
  const start = header ? rows.findLastIndex((row) => !isEmpty(row)) + 1 : at.row
  const count = Math.max(rows.length, start + filled.length)
  if (count > MOST_ROWS) return { problem: "too_many_rows", rows: start + filled.length }
  const next = [...rows, ...emptyRows(count - rows.length)]
  filled.forEach((row, n) => (next[start + n] = { ...(next[start + n] ?? emptyRow()), ...row }))
  return { rows: next, start, pasted, mode: header?.mode }
}

/** What a line says, by column; columns that the grid does not have are left out. */
function rowOf(cells: string[], columns: readonly (Column | undefined)[]): Partial<GridRow> {
  return Object.fromEntries(
    columns.flatMap((column, n) => (column && cells[n] !== undefined ? [[column, cells[n]]] : []))
  )
}
