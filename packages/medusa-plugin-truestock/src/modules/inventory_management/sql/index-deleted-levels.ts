import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { query } from "../../../database/connection"

const INDEX = `"IDX_truestock_deleted_level"`

/**
 * Lets a promise find the deleted levels of its item: core indexes live ones only, and without this every
 * reservation would read the whole table. Holds nothing in a shop that deletes no levels. Reads only, when it is
 * there; the lock lets one process make it.
 */
export async function indexDeletedLevels(connection: Knex): Promise<void> {
  const [missing] = await query(
    connection,
    `select where to_regclass('inventory_level') is not null and to_regclass('${INDEX}') is null`
  )
  if (!missing) return
  await connection.transaction(async (tx) => {
    await query(tx, "set local lock_timeout = '3s'")
    await query(tx, "select pg_advisory_xact_lock(hashtext('truestock install triggers'))")
    await query(
      tx,
      `create index if not exists ${INDEX} on inventory_level (inventory_item_id, location_id)
       where deleted_at is not null`
    )
  })
}
