import { BEST_FIRST } from "../../../availability/status"

const BEST = `array[${BEST_FIRST.map((status) => `'${status}'`).join(", ")}]`

const NOW = `select product_id, status from availability where deleted_at is null`

/** Of the channels that a product was in, the best; in none, what was said of it without one. */
const THEN = `
  select distinct on (product_id) product_id, status
  from (
    select distinct on (product_id, sales_channel_id) product_id, sales_channel_id, to_status as status
    from availability_history where changed_at < cast(:held_at as timestamptz) + interval '1 millisecond'
    order by product_id, sales_channel_id, changed_at desc, id desc
  ) of_channel
  where status is not null
  order by product_id, sales_channel_id is null, array_position(${BEST}, status)`

/**
 * CTE `member`: each item that belongs to products, and the best of their statuses, now or at the moment :held_at.
 */
export const statusesAt = (isNow: boolean) => `
  decided as (${isNow ? NOW : THEN}),
  member as (
    select k.inventory_item_id, (array_agg(d.status order by array_position(${BEST}, d.status)))[1] as key
    from product_variant_inventory_item k
    join product_variant v on v.id = k.variant_id and v.deleted_at is null
    join decided d on d.product_id = v.product_id
    where k.deleted_at is null group by k.inventory_item_id
  )`
