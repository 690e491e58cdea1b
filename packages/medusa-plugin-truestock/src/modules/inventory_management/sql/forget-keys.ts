import { type Connection, query } from "../../../database/connection"

/** Removes keys that are too old to be answered again (operations/perform.ts). */
export async function forgetKeys(connection: Connection): Promise<void> {
  await query(
    connection,
    "delete from inventory_idempotency_key where created_at <= truestock_now() - interval '24 hours'"
  )
}
