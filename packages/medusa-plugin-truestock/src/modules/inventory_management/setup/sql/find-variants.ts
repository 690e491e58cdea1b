import { type Connection, query } from "../../../../database/connection"

/** The variants that ids, or else SKUs, name: one answer for each place in the list, null = there is none. Locks nothing. */
export async function findVariants(
  connection: Connection,
  asked: { variant_id: string | null; sku: string | null }[]
): Promise<(string | null)[]> {
  const rows = await query<{ id: string | null }>(
    connection,
    `select v.id
     from json_to_recordset(cast(:asked as json)) as k(n integer, variant_id text, sku text)
     left join product_variant v on v.deleted_at is null
       and v.id = coalesce(k.variant_id, (
         select s.id from product_variant s where s.sku = k.sku and s.deleted_at is null limit 1))
     order by k.n`,
    { asked: JSON.stringify(asked.map(({ variant_id, sku }, n) => ({ n, variant_id, sku }))) }
  )
  return rows.map(({ id }) => id)
}
