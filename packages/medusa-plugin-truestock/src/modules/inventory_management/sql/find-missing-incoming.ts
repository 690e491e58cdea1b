import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"

export type MissingIncoming = {
  level_id: string
  inventory_item_id: string
  location_id: string
  incoming: string
  announced: string
}

/**
 * Levels of which fewer units are incoming than expected deliveries and transfers on their way say. More is no mistake:
 * Medusa's own admin may note incoming units, too. Reads what is announced, not the levels. Locks nothing.
 */
export function findMissingIncoming(connection: Connection, most: number): Promise<Found<MissingIncoming>> {
  return find(
    connection,
    `select l.id as level_id, l.inventory_item_id, l.location_id, ${exact("l.incoming_quantity")} as incoming,
       ${exact("a.units")} as announced
     from (
       select inventory_item_id, location_id, sum(units) as units from (
         select inventory_item_id, location_id, quantity - received_quantity as units
         from incoming_stock where status = 'expected' and deleted_at is null
         union all
         select n.inventory_item_id, t.to_location_id,
           n.quantity - n.received_quantity - n.lost_quantity - n.returned_quantity
         from stock_transfer t join stock_transfer_line n on n.transfer_id = t.id
         where t.status = 'in_transit' and t.deleted_at is null
       ) announced group by 1, 2
     ) a
     join inventory_level l on l.inventory_item_id = a.inventory_item_id and l.location_id = a.location_id
       and l.deleted_at is null
     where l.incoming_quantity < a.units`,
    { most }
  )
}
