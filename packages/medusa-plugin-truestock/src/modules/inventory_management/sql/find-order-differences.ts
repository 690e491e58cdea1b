import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"
import { ordersOfMovements } from "./orders-of-movements"

/** An item of an order that left the shelf in another quantity than its fulfilments say. */
export type OrderDifference = {
  order_id: string
  inventory_item_id: string
  fulfilled: string
  booked: string
}

/**
 * Per order and item: what its fulfilments, less the cancelled ones, took (fulfilled quantity x required quantity, as
 * core noted it when it did; a kit may have been changed since), against the movements `fulfil` and `fulfil_cancel`
 * of that order. The books cannot show a decrement that was lost; this can.
 *
 * `wrong`: they differ. `before_books`: they differ, and the item was fulfilled before its books were opened. A
 * fulfilment of the last minute may be under way. Reads every fulfilment and every such movement. Locks nothing.
 */
export function findOrderDifferences(
  connection: Connection,
  which: "wrong" | "before_books",
  most: number
): Promise<Found<OrderDifference>> {
  return find(
    connection,
    `with fulfilled as (
       select link.order_id, i.inventory_item_id, min(f.created_at) as since, max(f.updated_at) as until,
         coalesce(sum(i.quantity) filter (where f.canceled_at is null), 0) as quantity
       from order_fulfillment link
       join fulfillment f on f.id = link.fulfillment_id and f.deleted_at is null
       join fulfillment_item i on i.fulfillment_id = f.id and i.deleted_at is null
       where link.deleted_at is null and i.inventory_item_id is not null
       group by 1, 2
     ), booked as (
       select o.order_id, m.inventory_item_id, -sum(m.stocked_delta) as quantity, max(m.created_at) as until
       from (${ordersOfMovements("fulfil", "fulfil_cancel")}) o join stock_movement m on m.id = o.movement_id
       group by 1, 2
     ), differing as (
       select order_id, inventory_item_id, coalesce(f.quantity, 0) as fulfilled, coalesce(b.quantity, 0) as booked,
         f.since
       from fulfilled f full join booked b using (order_id, inventory_item_id)
       where coalesce(f.quantity, 0) <> coalesce(b.quantity, 0)
         and greatest(f.until, b.until) < truestock_now() - interval '1 minute'
     )
     select d.order_id, d.inventory_item_id, ${exact("d.fulfilled")} as fulfilled, ${exact("d.booked")} as booked
     from differing d
     where ${which === "wrong" ? "not" : ""} (d.since is not null and (
       not exists (select from stock_movement m
         where m.inventory_item_id = d.inventory_item_id and m.created_at < d.since)
       or exists (select from stock_movement m
         where m.inventory_item_id = d.inventory_item_id and m.kind = 'opening' and m.created_at > d.since)))`,
    { most }
  )
}
