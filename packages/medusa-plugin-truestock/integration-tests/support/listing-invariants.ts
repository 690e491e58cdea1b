import { type Connection, query } from "../../src/database/connection"

/** Each place in the listing that the wide rows say there is: the whole channel, and every category. */
const PLACES = `
  places as (
    select a.*, array_position(array['in_stock', 'low_stock', 'preorder', 'backorder', 'incoming', 'out_of_stock',
        'discontinued'], a.status) - 1 as status_rank, s.id as scope_id, c.category_id = '' as is_whole
    from availability_channel a
    cross join unnest(a.category_ids || array['']) as c(category_id)
    left join listing_scope s on s.sales_channel_id = a.sales_channel_id and s.category_id = c.category_id
    where a.is_published
  )`

const difference = (what: string, columns: string, kept: string, said: string) => `
  select '${what}' as what, 'kept ' || row_to_json(k) as says
    from (select ${columns} from (${kept}) k except select ${columns} from (${said}) s) k
  union all
  select '${what}', 'missing ' || row_to_json(m)
    from (select ${columns} from (${said}) s except select ${columns} from (${kept}) k) m`

const ENTRIES = difference(
  "listing_entry",
  "is_whole, scope_id, product_id, status_rank, purchasable, title, created_at, updated_at",
  "select * from listing_entry",
  `select is_whole, scope_id, product_id, status_rank, purchasable, sort_title as title, product_created_at as created_at,
     product_updated_at as updated_at from places`
)

const PRICES = difference(
  "listing_price",
  "scope_id, product_id, currency_code, amount",
  "select * from listing_price",
  `select p.*, c.key as currency_code, cast(c.value as numeric) as amount
   from places p cross join jsonb_each_text(p.prices) c`
)

const COUNTS = difference(
  "listing_count",
  "scope_id, status_rank, purchasable, count",
  "select * from listing_count where count <> 0",
  `select scope_id, status_rank, purchasable, cast(count(*) as integer) as count
   from listing_entry group by scope_id, status_rank, purchasable`
)

/** I9, at any moment: entries and prices are what the wide rows say, counts are those of the entries. */
export async function assertListing(connection: Connection): Promise<void> {
  const violations = await query(
    connection,
    `with ${PLACES} ${[ENTRIES, PRICES, COUNTS].join(" union all ")} limit 20`,
    {}
  )
  expect(violations).toEqual([])
}
