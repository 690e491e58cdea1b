import { query, type Transaction } from "../../../database/connection"
import type { UnbalancedLevel } from "./find-unbalanced-levels"

/** Records what the ledger did not see of a level that the caller has locked. The table is left as it is. */
export async function mendBooks(tx: Transaction, level: UnbalancedLevel, note: string): Promise<void> {
  await query(
    tx,
    `insert into stock_movement (level_id, inventory_item_id, location_id, kind, reason, note, stocked_delta,
       stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance)
     values (:level_id, :inventory_item_id, :location_id, 'repair', 'correction', :note,
       cast(:stocked_gap as numeric), cast(:stocked as numeric), cast(:reserved_gap as numeric),
       cast(:reserved as numeric), cast(:incoming_gap as numeric), cast(:incoming as numeric))`,
    { ...level, note }
  )
}
