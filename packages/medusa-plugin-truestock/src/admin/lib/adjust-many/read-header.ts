import { type Column, type Mode } from "./grid-row"

/** Where a block has what: the column of each of its cells, undefined for what the grid has no column for. */
export type Header = { columns: (Column | undefined)[]; mode: Mode | undefined }

/** Words for a column, in lower case and without blanks: ours, those of our own files, and those of spreadsheets. */
const WORDS: Record<Column | Mode, string[]> = {
  sku: ["sku", "artikelnummer", "article", "item"],
  location: ["location", "locationname", "locationcode", "lagerort", "standort", "lager", "warehouse"],
  quantity: ["quantity", "menge", "qty"],
  change: ["change", "adjustment", "difference", "delta", "änderung", "differenz"],
  counted: ["counted", "count", "countedquantity", "gezählt", "gezähltemenge", "bestand", "stock"],
  reason: ["reason", "grund"],
  note: ["note", "notes", "comment", "notiz", "bemerkung", "kommentar"],
}

const normal = (cell: string) => cell.toLowerCase().replace(/[\s_-]+/g, "")
const wordOf = (cell: string) =>
  (Object.keys(WORDS) as (Column | Mode)[]).find((name) => WORDS[name].includes(normal(cell)))

/**
 * The first line of a block, where it names columns: it has one for the SKU and one for the quantity. With both a change
 * and a count nobody can tell which one is meant: "both".
 */
export function readHeader(cells: string[]): Header | "both" | undefined {
  const words = cells.map(wordOf)
  const modes = (["change", "counted"] as const).filter((mode) => words.includes(mode))
  if (!words.includes("sku") || (modes.length === 0 && !words.includes("quantity"))) return undefined
  if (modes.length > 1) return "both"
  const columns = words.map((word) => (word === "change" || word === "counted" ? "quantity" : word))
  return { columns, mode: modes[0] }
}
