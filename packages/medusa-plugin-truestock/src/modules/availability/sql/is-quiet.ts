import { type Connection, query } from "../../../database/connection"

/**
 * Whether nothing is on its way to the read model: no change waits, and no time has come. A change that a drain is
 * working on still waits, for whoever looks from outside its transaction.
 */
export async function isQuiet(connection: Connection): Promise<boolean> {
  const [row] = await query<{ is_quiet: boolean }>(
    connection,
    `select not exists (
         select 1 from availability_change where id > (select settled_id from availability_change_cursor)
       ) and not exists (
         select 1 from availability where due_at <= truestock_now()
       ) as is_quiet`
  )
  return row!.is_quiet
}
