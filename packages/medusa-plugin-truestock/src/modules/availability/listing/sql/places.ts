import { BEST_FIRST } from "../../status"

/** The whole channel, beside its categories. No category has an empty id. */
export const WHOLE_CHANNEL = ""

const BEST_FIRST_SQL = `array[${BEST_FIRST.map((status) => `'${status}'`).join(", ")}]`

/** The rank of a column's status, 0 = best, as rankOf() of status.ts counts it. */
export const rankSql = (column: string) =>
  `cast(array_position(${BEST_FIRST_SQL}, ${column}) - 1 as smallint)`

/**
 * Each scope that one of the relisted products is listed in now, or was before: the whole channel and every
 * category, ancestors included. What is said of the product is read from its wide row, which the same transaction
 * has just written.
 */
export const PLACES = `
  relisted as materialized (
    select * from json_to_recordset(cast(:relisted as json))
      as r(product_id text, sales_channel_id text, category_ids text[])
  ), places as materialized (
    select s.category_id = '${WHOLE_CHANNEL}' as is_whole, s.id as scope_id, r.product_id, c.is_now and coalesce(a.is_published, false) as is_listed,
      ${rankSql("a.status")} as status_rank, a.purchasable, a.sort_title as title,
      a.product_created_at as created_at, a.product_updated_at as updated_at, a.prices
    from relisted r
    left join availability_channel a on a.product_id = r.product_id and a.sales_channel_id = r.sales_channel_id
    cross join lateral (
      select id as category_id, bool_or(is_now) as is_now
      from (
        select unnest(array_append(a.category_ids, '${WHOLE_CHANNEL}')) as id, true as is_now
        union all
        select unnest(array_append(r.category_ids, '${WHOLE_CHANNEL}')), false
      ) ids group by id
    ) c
    join listing_scope s on s.sales_channel_id = r.sales_channel_id and s.category_id = c.category_id
  )`
