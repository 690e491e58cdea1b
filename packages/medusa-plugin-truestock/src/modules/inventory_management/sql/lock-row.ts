import { query, type Transaction } from "../../../database/connection"

/** Locks one level, deleted or not, or one reservation. What is read afterwards holds until the transaction ends. */
export async function lockRow(
  tx: Transaction,
  table: "inventory_level" | "reservation_item",
  id: string
): Promise<void> {
  await query(tx, `select 1 from ${table} where id = :id for update`, { id })
}
