import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { ONLINE } from "../catalogue/shop.js"
import type { Check } from "../frame/figures.js"
import { STATUS_OF_PRODUCTS } from "../catalogue/truth.js"

/** A drain that is fast and wrong has not won: every product's status is compared. */
export function checkReadModel(databaseUrl: string): Promise<Check> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `with truth as materialized (${STATUS_OF_PRODUCTS}),
        told as (select product_id as id, status from availability_channel
          where sales_channel_id = '${ONLINE}' and is_published)
       select count(*)::int as products,
         count(*) filter (where truth.status is distinct from told.status)::int as wrong
       from truth full join told using (id)`
    )
    const { products, wrong } = rows[0]
    return {
      name: "every product's status is the one that Medusa's tables say",
      passed: wrong === 0 && products > 0,
      detail: `${wrong} of ${products} differ`,
    }
  })
}
