import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"

/** More than any run takes. */
const PLENTY = 1_000_000_000

/**
 * Gives every item plenty of stock at the main location, and answers the items in no order that any table has: what is
 * measured then is never a refusal.
 */
export function stockUp(databaseUrl: string): Promise<string[]> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `with stocked as (
         update inventory_level set stocked_quantity = ${PLENTY}, raw_stocked_quantity = ${raw(String(PLENTY))}
         where location_id = $1 and deleted_at is null returning inventory_item_id
       )
       select inventory_item_id as id from stocked order by md5(inventory_item_id)`,
      [MAIN_LOCATION]
    )
    await client.query("truncate availability_change")
    return rows.map(({ id }) => id)
  })
}

/** Sets what is stocked of one item at the main location. */
export function stock(databaseUrl: string, item: string, units: number): Promise<unknown> {
  return withDatabase(databaseUrl, (client) =>
    client.query(
      `update inventory_level set stocked_quantity = ${units}, raw_stocked_quantity = ${raw(String(units))}
       where inventory_item_id = $1 and location_id = $2 and deleted_at is null`,
      [item, MAIN_LOCATION]
    )
  )
}
