import { query, type Transaction } from "../../../database/connection"
import { rawOf } from "../guard/function-text"

/**
 * Sets reserved_quantity and its twin to the live reservations of a level that the caller has locked. The flag tells
 * the triggers to take the number as it is and to record a `repair`; they take what they record off the drift, which
 * therefore must be right before and is 0 afterwards.
 */
export async function mendReservedQuantity(tx: Transaction, level_id: string): Promise<void> {
  const live = "truestock_live_reservations(l.inventory_item_id, l.location_id)"
  await query(
    tx,
    `update level_guard g set drift = l.reserved_quantity - ${live}
     from inventory_level l where l.id = g.level_id and l.id = :level_id`,
    { level_id }
  )
  await query(tx, "select set_config('truestock.write', 'repair', true)")
  await query(
    tx,
    `update inventory_level l
     set reserved_quantity = ${live}, raw_reserved_quantity = ${rawOf(live)}, updated_at = now()
     where l.id = :level_id and l.reserved_quantity <> ${live}`,
    { level_id }
  )
  await query(tx, "select set_config('truestock.write', '', true)")
}
