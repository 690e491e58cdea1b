import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A live reservation that no order needs any more. */
export type OrphanReservation = {
  reservation_id: string
  inventory_item_id: string
  location_id: string
  quantity: string
  line_item_id: string
  order_id: string | null
  why: "line_gone" | "order_gone" | "order_cancelled"
}

/**
 * Live reservations of a line item that does not exist, or whose order is deleted or cancelled. Without a line item
 * somebody reserved by hand, and only they know; one of quantity 0 holds nothing; a line of a cart is not gone.
 *
 * Reads every live reservation, and orders by index. Locks nothing.
 */
export function findOrphanReservations(
  connection: Connection,
  search: Search
): Promise<Found<OrphanReservation>> {
  return find(
    connection,
    `select r.id as reservation_id, r.inventory_item_id, r.location_id, ${exact("r.quantity")} as quantity,
       r.line_item_id, placed.order_id,
       case when line.id is null then 'line_gone' when placed.is_cancelled then 'order_cancelled'
         else 'order_gone' end as why
     from reservation_item r
     left join order_line_item line on line.id = r.line_item_id and line.deleted_at is null
     left join cart_line_item cart_line on cart_line.id = r.line_item_id and cart_line.deleted_at is null
     left join lateral (
       select o.id as order_id, o.status = 'canceled' as is_cancelled
       from order_item i join "order" o on o.id = i.order_id and o.deleted_at is null
       where i.item_id = r.line_item_id and i.deleted_at is null
       limit 1
     ) placed on true
     where r.deleted_at is null and r.line_item_id is not null and r.quantity <> 0
       ${search.only === undefined ? "" : "and r.id = :only"}
       and cart_line.id is null
       and (line.id is null or placed.order_id is null or placed.is_cancelled)`,
    search
  )
}
