import { type Connection, query } from "../../../database/connection"

/**
 * A hold that is still there though its cart is an order, and the order's line that never got its units, if there is
 * one. `is_placing`: the order is so young that core may still be about to take it.
 */
export type OrderedHold = { id: string; line_item_id: string | null; is_placing: boolean }

/** How long core may take to place an order: until then the hold is about to be taken. It locks the cart for as long. */
const PLACING = "interval '2 minutes'"

/**
 * Holds that an order has left. Core's complete-cart takes each hold as it reserves; a server that dies between the
 * order and its reservation leaves an order that nothing is reserved for, and core never looks at it again.
 *
 * A line counts as one that got nothing only if it has never had a reservation of the item (one that was fulfilled
 * since has had its units), and if it needs what the hold holds. A hold of another quantity than the line that got
 * nothing is left as it is: whether the order is to have a part of it is nothing we can know. Locks nothing.
 */
export async function findOrderedHolds(connection: Connection): Promise<OrderedHold[]> {
  const [known] = await query<{ are_there: boolean }>(
    connection,
    `select to_regclass('order_cart') is not null and to_regclass('order_item') is not null as are_there`
  )
  if (!known!.are_there) return []
  return query<OrderedHold>(
    connection,
    `select h.id, line.id as line_item_id, o.created_at > truestock_now() - ${PLACING} as is_placing
     from inventory_hold h
     join order_cart link on link.cart_id = h.cart_id and link.deleted_at is null
     join "order" o on o.id = link.order_id and o.deleted_at is null
     left join cart_line_item c on c.id = h.line_item_id
     left join lateral (
       select l.id, i.quantity * k.required_quantity = h.quantity as is_its_quantity
       from order_item i join order_line_item l on l.id = i.item_id and l.deleted_at is null
       join product_variant_inventory_item k on k.variant_id = l.variant_id
         and k.inventory_item_id = h.inventory_item_id and k.deleted_at is null
       where i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.quantity > 0
         and o.canceled_at is null and l.variant_id = c.variant_id
         and not exists (select from reservation_item r
           where r.line_item_id = l.id and r.inventory_item_id = h.inventory_item_id)
       order by is_its_quantity desc, l.id limit 1
     ) line on true
     where h.ended_at is null and h.expires_at > truestock_now() and coalesce(line.is_its_quantity, true)
     order by h.id`
  )
}
