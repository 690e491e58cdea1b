import { type Connection, query } from "../../../database/connection"
import { CLOCK, type Hold, HOLD_COLUMNS } from "./list-holds"

/**
 * The hold with this id, in any state; else the live reservation of core's, which does not expire: as a hold it would
 * be a confirmed one.
 */
export async function readReservation(connection: Connection, id: string): Promise<Hold | undefined> {
  const [found] = await query<Hold>(
    connection,
    `select ${HOLD_COLUMNS}
     from (
       select 1 as rank, id, inventory_item_id, location_id, quantity, cart_id, line_item_id, expires_at,
         latest_expires_at, ended_at, ended_as, created_by, created_at
       from inventory_hold where id = :id
       union all
       select 2, id, inventory_item_id, location_id, quantity, null, line_item_id, null, null, null, 'confirmed',
         created_by, created_at
       from reservation_item where id = :id and deleted_at is null
       order by rank limit 1
     ) h
     cross join ${CLOCK}
     left join inventory_item item on item.id = h.inventory_item_id
     left join stock_location location on location.id = h.location_id`,
    { id }
  )
  return found
}
