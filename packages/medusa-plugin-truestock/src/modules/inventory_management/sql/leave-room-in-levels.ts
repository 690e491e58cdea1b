import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { query } from "../../../database/connection"

/**
 * Lets Postgres fill the pages of Medusa's levels by half. A quantity stands in no index, so a changed level that finds
 * room on its own page leaves all five indexes alone, and they do not grow with every sale. Pages that are full fill by half as their rows are changed. Somebody's own
 * fillfactor stays.
 */
export async function leaveRoomInLevels(connection: Knex): Promise<void> {
  const [full] = await query(
    connection,
    `select from pg_class where oid = to_regclass('inventory_level')
       and not exists (select from unnest(reloptions) as o(value) where value like 'fillfactor=%')`
  )
  if (!full) return
  await connection.transaction(async (tx) => {
    await query(tx, "set local lock_timeout = '3s'")
    await query(tx, "select pg_advisory_xact_lock(hashtext('truestock install triggers'))")
    await query(tx, "alter table inventory_level set (fillfactor = 50)")
  })
}
