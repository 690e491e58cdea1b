import type { MovementReason } from "../../../modules/inventory_management/movement"
import { LONGEST_NOTE } from "../adjust/adjust-form"
import type { StockedLevel } from "../answers"
import { findLocation, type KnownLocation } from "./find-location"
import { type GridRow, isEmpty, type Mode } from "./grid-row"
import { readQuantity, type QuantityProblem } from "./read-quantity"
import { readReason, type ReasonWords } from "./read-reason"

/** What the grid is judged by, all read at one time. */
export type Known = {
  items: ReadonlyMap<string, KnownItem>
  locations: readonly KnownLocation[]
  allow_fractions: boolean
}
export type KnownItem = { id: string; title: string | null; levels: readonly StockedLevel[] }

export type Judging = { mode: Mode; allowShortfall: boolean; words: ReasonWords }

export type Problem =
  | {
      problem: "sku_missing" | "unknown_sku" | "location_missing" | "unknown_location" | "ambiguous_location"
    }
  | { problem: "no_level" | "unknown_reason" | "note_too_long" }
  | { problem: "duplicate_row"; line: number }
  | { problem: "negative_stock"; stocked: number }
  | { problem: "below_promised"; available: number }
  | QuantityProblem

/** One row, judged. `line` is its number in the grid, from 1. */
export type PreviewRow = {
  line: number
  row: GridRow
  problems: Problem[]
  /** What is known of it: where a problem stands in the way, nothing. */
  item?: KnownItem
  location?: KnownLocation
  reason?: MovementReason
  before?: number
  after?: number
}

/** 0: there is nothing to do. */
export const adjustmentOf = ({ before, after }: PreviewRow) =>
  before === undefined || after === undefined ? undefined : subtract(after, before)

/** 0.3 - 0.1 are 0.2. */
const subtract = (one: number, other: number) => Number((one - other).toPrecision(12))
const add = (one: number, other: number) => Number((one + other).toPrecision(12))

/** Every row that is not empty, with all that is wrong with it: nothing has been changed yet. */
export function preview(rows: readonly GridRow[], known: Known, judging: Judging): PreviewRow[] {
  const judged = rows.flatMap((row, n) => (isEmpty(row) ? [] : [judge(n + 1, row, known, judging)]))
  return markDuplicates(judged)
}

function judge(
  line: number,
  row: GridRow,
  known: Known,
  { mode, allowShortfall, words }: Judging
): PreviewRow {
  const problems: Problem[] = []
  const [sku, place, reasonText] = [row.sku.trim(), row.location.trim(), row.reason.trim()]
  const item = known.items.get(sku)
  if (!item) problems.push({ problem: sku ? "unknown_sku" : "sku_missing" })
  const found = place ? findLocation(known.locations, place) : undefined
  const location = typeof found === "object" ? found : undefined
  if (!found) problems.push({ problem: "location_missing" })
  else if (!location)
    problems.push({ problem: found === "ambiguous" ? "ambiguous_location" : "unknown_location" })
  const quantity = readQuantity(row.quantity, {
    fractions: known.allow_fractions,
    negative: mode === "change",
  })
  if (typeof quantity === "object") problems.push(quantity)
  const reason = reasonText ? readReason(reasonText, words) : mode === "counted" ? "count" : "correction"
  if (!reason) problems.push({ problem: "unknown_reason" })
  if (row.note.trim().length > LONGEST_NOTE) problems.push({ problem: "note_too_long" })
  const level = location && item?.levels.find(({ location_id }) => location_id === location.location_id)
  if (item && location && !level) problems.push({ problem: "no_level" })
  const judged = { line, row, problems, item, location, reason }
  if (!level || typeof quantity === "object") return judged
  const before = level.stocked_quantity
  const after = mode === "counted" ? quantity : add(before, quantity)
  problems.push(...fallen(level, after, allowShortfall))
  return { ...judged, before, after }
}

/** A rise is always accepted, also where more is promised than there is. */
function fallen(level: StockedLevel, after: number, allowShortfall: boolean): Problem[] {
  const { stocked_quantity: stocked, available_quantity: available } = level
  if (after >= stocked) return []
  if (after < 0) return [{ problem: "negative_stock", stocked }]
  const isShort = add(available, subtract(after, stocked)) < 0
  return isShort && !allowShortfall ? [{ problem: "below_promised", available }] : []
}

/** A level may be named once; both rows are told of the other, since either may be the wrong one. */
function markDuplicates(rows: PreviewRow[]): PreviewRow[] {
  const first = new Map<string, PreviewRow>()
  for (const row of rows) {
    if (!row.item || !row.location) continue
    const level = `${row.item.id} ${row.location.location_id}`
    const before = first.get(level)
    if (!before) first.set(level, row)
    else {
      row.problems.push({ problem: "duplicate_row", line: before.line })
      if (!before.problems.some(({ problem }) => problem === "duplicate_row"))
        before.problems.push({ problem: "duplicate_row", line: row.line })
    }
  }
  return rows
}
