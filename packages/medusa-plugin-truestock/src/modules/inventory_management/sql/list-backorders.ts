import { type Connection, query } from "../../../database/connection"
import type { Backorder, BackorderStatus } from "../backorders/backorder"

export type BackorderQuestion = {
  status: BackorderStatus
  inventory_item_id?: string
  location_id?: string
  limit: number
  offset: number
}

const STATUS: Record<BackorderStatus, string> = {
  owed: "b.filled_at is null",
  filled: "b.filled_at is not null",
  all: "true",
}

const FILTERS = ["inventory_item_id", "location_id"] as const

/** The delivery with which the level's promises up to this one are covered: deliveries without a date never come. */
const EXPECTED_AT = `
  select max(d.expected_at) as expected_at
  from (
    select i.expected_at, sum(i.quantity - i.received_quantity) over w - (i.quantity - i.received_quantity) as before
    from incoming_stock i
    where i.inventory_item_id = b.inventory_item_id and i.location_id = b.location_id and i.status = 'expected'
      and i.expected_at is not null
    window w as (order by i.expected_at, i.id)
  ) d
  cross join lateral (
    select sum(o.owed_quantity) as owed from inventory_backorder o
    where o.level_id = b.level_id and o.filled_at is null
      and (o.promised_at, o.reservation_id) <= (b.promised_at, b.reservation_id)
  ) line
  where d.before < line.owed
  having (
    select coalesce(sum(i.quantity - i.received_quantity), 0) from incoming_stock i
    where i.inventory_item_id = b.inventory_item_id and i.location_id = b.location_id and i.status = 'expected'
      and i.expected_at is not null
  ) >= max(line.owed)`

/** Backorders, the oldest promise first, and how many there are in all, of one snapshot. */
export async function listBackorders(
  connection: Connection,
  { status, limit, offset, ...filters }: BackorderQuestion
): Promise<{ backorders: Backorder[]; count: number }> {
  const given = FILTERS.filter((name) => filters[name] !== undefined)
  const matching = `from inventory_backorder b where ${[STATUS[status], ...given.map((name) => `b.${name} = :${name}`)].join(" and ")}`
  const rows = await query<Backorder & { count: number }>(
    connection,
    `select total.count, b.reservation_id, b.line_item_id, b.inventory_item_id, item.sku, item.title, b.location_id,
       location.name as location_name, cast(b.quantity as float) as quantity,
       cast(b.owed_quantity as float) as owed_quantity, b.promised_at, b.opened_at, b.filled_at, coming.expected_at
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (
       select b.* ${matching} order by b.promised_at, b.reservation_id limit :limit offset :offset
     ) b on true
     left join lateral (${EXPECTED_AT}) coming on b.filled_at is null
     left join inventory_item item on item.id = b.inventory_item_id
     left join stock_location location on location.id = b.location_id
     order by b.promised_at, b.reservation_id`,
    { ...filters, limit, offset }
  )
  const backorders = rows.flatMap(({ count: _, ...row }) => (row.reservation_id ? [row] : []))
  return { backorders, count: rows[0]?.count ?? 0 }
}
