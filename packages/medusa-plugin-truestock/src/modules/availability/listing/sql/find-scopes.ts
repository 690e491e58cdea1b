import { type Connection, query } from "../../../../database/connection"
import type { ListingQuery } from "../listing-query"
import { WHOLE_CHANNEL } from "./places"

/**
 * The numbers of the channels' scopes: of each as a whole, and of the categories asked for, if any; and the currency of
 * the prices, null = there is no such region, or none is asked for.
 */
export type Scopes = { whole: number[]; asked: number[]; currency_code: string | null }

/**
 * Looked up before the listing and handed to it as values: the planner then knows how many entries each has. A
 * category nobody has put a product in has no scope, and nothing to list.
 */
export async function findScopes(
  connection: Connection,
  { sales_channel_ids, category_ids, prices_of }: ListingQuery
): Promise<Scopes> {
  const rows = await query<{ id: number; category_id: string; currency_code: string | null }>(
    connection,
    `select id, category_id, null as currency_code from listing_scope
     where sales_channel_id = any(cast(:sales_channel_ids as text[]))
       and category_id = any(cast(:category_ids as text[]))
     ${prices_of ? CURRENCY : ""}`,
    {
      sales_channel_ids,
      category_ids: [WHOLE_CHANNEL, ...(category_ids ?? [])],
      ...(prices_of && { region_id: prices_of.region_id ?? null }),
    }
  )
  const whole = rows.filter((row) => row.category_id === WHOLE_CHANNEL).map((row) => row.id)
  const ofCategories = rows.filter((row) => row.category_id).map((row) => row.id)
  const currency_code = rows.find((row) => row.currency_code !== null)?.currency_code ?? null
  return { whole, asked: category_ids ? ofCategories : whole, currency_code }
}

/** Of the region that is named, or of the store's default one. */
const CURRENCY = `
  union all
  select null, null, currency_code from region
  where deleted_at is null and id = coalesce(cast(:region_id as text),
    (select default_region_id from store where deleted_at is null and default_region_id is not null limit 1))`
