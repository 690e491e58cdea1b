import { type Connection, query } from "../../../../database/connection"

/** How many variants a setup will look at. Locks nothing. */
export async function countVariants(connection: Connection): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `select cast(count(*) as integer) as count from product_variant v
     join product p on p.id = v.product_id and p.deleted_at is null
     where v.deleted_at is null`
  )
  return row!.count
}
