import type { MovementReason } from "../../../modules/inventory_management/movement"
import { adjustmentOf, type PreviewRow } from "./preview"

/** The body of POST /admin/inventory/adjust for many rows. */
export type AdjustManyBody = {
  adjustments: {
    inventory_item_id: string
    location_id: string
    adjustment: number
    expected_quantity: number
    reason: MovementReason
    note?: string
  }[]
  on_error: "skip"
  allow_shortfall?: true
}

/** Rows that can be done and change something. */
export function rowsToApply(rows: readonly PreviewRow[]): PreviewRow[] {
  return rows.filter((row) => row.problems.length === 0 && adjustmentOf(row) !== 0)
}

/**
 * One request for all of them. The stock that the preview showed goes with each row: where it has moved since, that row
 * is not done, and the others are.
 */
export function adjustManyBody(rows: readonly PreviewRow[], allowShortfall: boolean): AdjustManyBody {
  return {
    adjustments: rows.map((row) => {
      const note = row.row.note.trim()
      return {
        inventory_item_id: row.item!.id,
        location_id: row.location!.location_id,
        adjustment: adjustmentOf(row)!,
        expected_quantity: row.before!,
        reason: row.reason!,
        ...(note && { note }),
      }
    }),
    on_error: "skip",
    ...(allowShortfall && { allow_shortfall: true as const }),
  }
}
