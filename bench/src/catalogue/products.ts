import { ONLINE, RETAIL } from "./shop.js"
import type { Statement } from "./statement.js"
import { id, raw, SHUFFLED } from "./numbers.js"
import { CATEGORIES_OF_PRODUCT } from "./taxonomy.js"

const OPTION = "opt_bench00000001"
const OPTION_VALUE = "optval_bench00000001"
const AMOUNT = "(5 + g.i % 40 + 0.99)"

/** One option with one value, shared by all products: the least that core asks of a variant. */
const OPTIONS = `
  insert into product_option (id, title) values ('${OPTION}', 'Format');
  insert into product_option_value (id, value, option_id) values ('${OPTION_VALUE}', 'Paperback', '${OPTION}')`

/**
 * Of twenty products one is a draft and one is sold in the retail channel only: a listing that forgets to ask
 * shows them, and is found out.
 */
export const PRODUCTS: Statement[] = [
  {
    what: "products",
    sql: `insert into product (id, title, handle, description, status, thumbnail, collection_id, created_at, updated_at)
      select ${id("prod")}, 'Title ' || md5(g.i::text), 'title-' || g.i, repeat('What the blurb says. ', 8),
        case when g.i % 20 = 0 then 'draft' else 'published' end,
        'https://example.com/covers/' || g.i || '.jpg', ${id("pcol", "g.i % 20 + 1")}, at, at
      from g cross join lateral (select timestamptz '2020-01-01' + ${SHUFFLED} * interval '1 minute' as at) t`,
  },
  {
    what: "variants",
    sql: `insert into product_variant (id, title, sku, product_id, manage_inventory, allow_backorder, created_at)
      select ${id("variant")}, 'Paperback', 'BENCH-' || g.i, ${id("prod")}, true, g.i * 7919::bigint % 100 between 60 and 69,
        timestamptz '2020-01-01' + ${SHUFFLED} * interval '1 minute'
      from g`,
  },
  { what: "options", sql: OPTIONS, isOnce: true },
  {
    what: "options of products",
    sql: `insert into product_product_option (id, product_id, product_option_id)
        select ${id("prodopt")}, ${id("prod")}, '${OPTION}' from g`,
  },
  {
    what: "option values of products",
    sql: `insert into product_product_option_value (id, product_product_option_id, product_option_value_id)
        select ${id("prodoptval")}, ${id("prodopt")}, '${OPTION_VALUE}' from g`,
  },
  {
    what: "options of variants",
    sql: `insert into product_variant_option (variant_id, option_value_id)
        select ${id("variant")}, '${OPTION_VALUE}' from g`,
  },
  {
    what: "categories of products",
    sql: `insert into product_category_product (product_id, product_category_id) ${CATEGORIES_OF_PRODUCT}`,
  },
  {
    what: "channels of products",
    sql: `insert into product_sales_channel (id, product_id, sales_channel_id)
        select 'psc_' || channel || g.i, ${id("prod")}, channel
        from g cross join (values ('${ONLINE}'), ('${RETAIL}')) as c(channel)
        where channel = '${RETAIL}' or g.i % 20 <> 1`,
  },
  { what: "price sets", sql: `insert into price_set (id) select ${id("pset")} from g` },
  {
    what: "prices",
    sql: `insert into price (id, price_set_id, currency_code, amount, raw_amount)
        select ${id("price")}, ${id("pset")}, 'usd', ${AMOUNT}, ${raw(AMOUNT)} from g`,
  },
  {
    what: "price sets of variants",
    sql: `insert into product_variant_price_set (id, variant_id, price_set_id)
        select ${id("pvps")}, ${id("variant")}, ${id("pset")} from g`,
  },
]
