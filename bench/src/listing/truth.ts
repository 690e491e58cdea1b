import type { Client } from "../../../scripts/postgres/database.mjs"
import { STATUS_OF_PRODUCTS } from "../catalogue/truth.js"

export type Page = { ids: string[]; count: number }
export type Asked = { statuses: string[] | null; category?: string; offset: number; limit: number }

const OF_CATEGORY = `exists (
  select from product_category_product pc join product_category c on c.id = pc.product_category_id
  where pc.product_id = t.id and $2 = any(string_to_array(c.mpath, '.')))`

/** One page and its count, slowly and plainly, without the read model. */
export async function truth(client: Client, asked: Asked): Promise<Page> {
  const { rows } = await client.query(
    `with t as materialized (${STATUS_OF_PRODUCTS}),
      matching as (
        select * from t where ($1::text[] is null or status = any($1)) and ($2::text is null or ${OF_CATEGORY})
      )
     select (select count(*)::int from matching) as count,
       array(select id from matching order by created_at desc, id desc limit $3 offset $4) as ids`,
    [asked.statuses, asked.category ?? null, asked.limit, asked.offset]
  )
  return rows[0]
}
