import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"

export type NegativeLevel = {
  level_id: string
  inventory_item_id: string
  location_id: string
  stocked: string
  reserved: string
}

/**
 * `reserved`: fewer than none reserved, or no number; never right. `stocked`: fewer than none there, which is what
 * fulfilling a backorder leaves. Reads every level. Locks nothing.
 */
export function findNegativeLevels(
  connection: Connection,
  which: "stocked" | "reserved",
  most: number
): Promise<Found<NegativeLevel>> {
  return find(
    connection,
    `select id as level_id, inventory_item_id, location_id, ${exact("stocked_quantity")} as stocked,
       ${exact("reserved_quantity")} as reserved
     from inventory_level
     where deleted_at is null and (${which}_quantity < 0 or ${which}_quantity = 'NaN')`,
    { most }
  )
}
