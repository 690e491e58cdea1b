import { type Connection, query } from "../../../../database/connection"
import { OLD_COLUMN } from "./read-simple-quantities"

/** Whether variants have the quantity column of old. Locks nothing. */
export async function oldColumnExists(connection: Connection): Promise<boolean> {
  const [row] = await query<{ exists: boolean }>(
    connection,
    `select exists (
       select from pg_attribute
       where attrelid = to_regclass('product_variant') and attname = :column and not attisdropped) as "exists"`,
    { column: OLD_COLUMN }
  )
  return row!.exists
}
