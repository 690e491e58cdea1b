/** The columns of the grid, in the order in which a block without a header is read. */
export const COLUMNS = ["sku", "location", "quantity", "reason", "note"] as const
export type Column = (typeof COLUMNS)[number]

/** A row as typed or pasted. */
export type GridRow = Record<Column, string>

/** Whether the quantities are units to add (negative: to take away), or what somebody counted. */
export const MODES = ["change", "counted"] as const
export type Mode = (typeof MODES)[number]

/** As many as can be adjusted at once. */
export const MOST_ROWS = 10_000

export const emptyRow = (): GridRow => ({ sku: "", location: "", quantity: "", reason: "", note: "" })

export const emptyRows = (count: number): GridRow[] => Array.from({ length: count }, emptyRow)

export const isEmpty = (row: GridRow): boolean => COLUMNS.every((column) => row[column].trim() === "")
