import { type Connection, query } from "../../../../database/connection"
import type { Market } from "../offer"

/** The region that is named, else the store's default one; none = there is no such region. Locks nothing. */
export async function findRegion(connection: Connection, region_id?: string): Promise<Market | undefined> {
  const [market] = await query<Market>(
    connection,
    `select id as region_id, currency_code from region
     where deleted_at is null and id = coalesce(cast(:region_id as text),
       (select default_region_id from store where deleted_at is null and default_region_id is not null limit 1))`,
    { region_id: region_id ?? null }
  )
  return market
}

/** Prices in a currency, whatever the region; none = the store does not sell in it. Locks nothing. */
export async function findCurrency(connection: Connection, currency: string): Promise<Market | undefined> {
  const [market] = await query<Market>(
    connection,
    `select null as region_id, currency_code from store_currency
     where deleted_at is null and currency_code = lower(:currency) limit 1`,
    { currency }
  )
  return market
}
