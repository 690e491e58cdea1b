import type { Client } from "../../../scripts/postgres/database.mjs"
import { ONLINE, RETAIL } from "../catalogue/shop.js"
import { productsOf } from "../catalogue/truth.js"
import type { Key } from "./requests.js"

export type Asked = {
  key: Key
  statuses: string[] | null
  category?: string
  brand?: string
  /** A word's beginning. */
  word?: string
  sku?: string
  least?: number
  most?: number
  order: "created_at desc" | "price asc"
  offset: number
  limit: number
}

export type Card = {
  id: string
  title: string
  handle: string
  thumbnail: string
  brand: { id: string; name: string }
  price: { amount: number; currency_code: string }
  status: string
}

export type Facet = { value: string; count: number }
export type Page = { cards: Card[]; count: number }

/** Works the whole catalogue out once, into tables of this connection: the questions to it are many. */
export async function workOutTruth(client: Client): Promise<void> {
  await client.query(`
    create temporary table truth as
      select 'one' as key, t.* from (${productsOf([ONLINE])}) t
      union all select 'two', t.* from (${productsOf([ONLINE, RETAIL])}) t;
    create temporary table truth_category as
      select distinct pc.product_id, unnest(string_to_array(c.mpath, '.')) as category_id
      from product_category_product pc join product_category c on c.id = pc.product_category_id;
    create index on truth_category (product_id);
    analyze truth;
    analyze truth_category`)
}

/** $1.. are the filters of Asked, in its order; a filter that was not asked for is null and lets everything pass. */
const MATCHING = `
  matching as materialized (
    select * from truth t
    where key = $1
      and ($2::text[] is null or status = any($2))
      and ($3::text is null or exists (
        select from truth_category c where c.product_id = t.id and c.category_id = $3))
      and ($4::text is null or brand_id = $4)
      and ($5::text is null or title ~* ('\\m' || $5))
      and ($6::text is null or sku = $6)
      and ($7::numeric is null or price >= $7)
      and ($8::numeric is null or price <= $8))`

/** One page and its count, slowly and plainly, without the read model. */
export async function truth(client: Client, asked: Asked): Promise<Page> {
  const [by, direction] = asked.order.split(" ")
  const { rows } = await client.query(
    `with ${MATCHING}, page as (
       select * from matching order by ${by} ${direction}, id collate "C" ${direction} limit $9 offset $10
     )
     select (select count(*)::int from matching) as count,
       coalesce((select json_agg(json_build_object('id', id, 'title', title, 'handle', handle, 'thumbnail', thumbnail,
           'brand', json_build_object('id', brand_id, 'name', brand_name),
           'price', json_build_object('amount', price, 'currency_code', 'usd'), 'status', status)
         order by ${by} ${direction}, id collate "C" ${direction}) from page), '[]') as cards`,
    [...filters(asked), asked.limit, asked.offset]
  )
  return rows[0]
}

/** What each facet counts: everything that was asked for, but for the facet's own filter. */
export async function facetTruth(client: Client, asked: Asked): Promise<Record<string, Facet[]>> {
  const count = async (sql: string, of: Asked) =>
    (await client.query(`with ${MATCHING} ${sql} order by count desc, value`, filters(of))).rows as Facet[]
  return {
    status: await count("select status as value, count(*)::int from matching group by status", {
      ...asked,
      statuses: null,
    }),
    category_id: await count(
      `select category_id as value, count(*)::int
       from matching join truth_category on product_id = id group by category_id`,
      { ...asked, category: undefined }
    ),
  }
}

function filters({ key, statuses, category, brand, word, sku, least, most }: Asked): unknown[] {
  return [key, statuses, ...[category, brand, word, sku, least, most].map((value) => value ?? null)]
}
