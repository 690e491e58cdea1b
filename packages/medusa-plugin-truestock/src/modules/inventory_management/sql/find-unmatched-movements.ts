import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"
import { ordersOfMovements } from "./orders-of-movements"

export type UnmatchedMovement = {
  movement_id: string
  kind: string
  level_id: string
  inventory_item_id: string
  location_id: string
  stocked_delta: string
}

/**
 * Movements of core's order workflows of which nobody has said to which order they belong: the event that says so
 * has a minute. Reads every such movement. Locks nothing.
 */
export function findUnmatchedMovements(
  connection: Connection,
  most: number
): Promise<Found<UnmatchedMovement>> {
  return find(
    connection,
    `with matched as (
       select movement_id from (${ordersOfMovements("fulfil", "fulfil_cancel", "return")}) known
       union select movement_id from stock_movement_reference where type in ('return', 'claim', 'exchange')
     )
     select m.id as movement_id, m.kind, m.level_id, m.inventory_item_id, m.location_id,
       ${exact("m.stocked_delta")} as stocked_delta
     from stock_movement m
     where m.kind in ('fulfil', 'fulfil_cancel', 'return')
       and m.created_at < truestock_now() - interval '1 minute'
       and m.reference_type is distinct from 'return'
       and not exists (select from matched where matched.movement_id = m.id)`,
    { most }
  )
}
