import { type Connection, query } from "../../../../database/connection"

/**
 * The currency of a region, or of the store's default region when none is named; null = there is no such region.
 */
export async function findCurrency(
  connection: Connection,
  regionId: string | undefined
): Promise<string | null> {
  const [region] = await query<{ currency_code: string }>(
    connection,
    `select currency_code from region
     where deleted_at is null and id = coalesce(cast(:region_id as text),
       (select default_region_id from store where deleted_at is null and default_region_id is not null limit 1))`,
    { region_id: regionId ?? null }
  )
  return region?.currency_code ?? null
}
