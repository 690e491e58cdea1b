import { query, type Transaction } from "../../../../database/connection"
import type { Relisted } from "../relisted"
import { WHOLE_CHANNEL } from "./places"

/**
 * Makes the scopes that these products are the first of. In a statement of its own, for the next one to see them;
 * in key order, so that two refreshes which both need new ones wait for each other and never deadlock.
 */
export async function makeScopes(tx: Transaction, relisted: Relisted[]): Promise<void> {
  if (relisted.length === 0) {
    return
  }
  await query(
    tx,
    `insert into listing_scope (sales_channel_id, category_id)
     select w.sales_channel_id, w.category_id
     from (
       select distinct a.sales_channel_id, c.category_id
       from json_to_recordset(cast(:relisted as json)) as r(product_id text, sales_channel_id text)
       join availability_channel a using (product_id, sales_channel_id)
       cross join unnest(array_append(a.category_ids, '${WHOLE_CHANNEL}')) as c(category_id)
     ) w
     where not exists (
       select 1 from listing_scope s
       where s.sales_channel_id = w.sales_channel_id and s.category_id = w.category_id)
     order by 1, 2
     on conflict do nothing`,
    { relisted: JSON.stringify(relisted) }
  )
}
