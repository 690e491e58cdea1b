import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A hold that ended and did not, or ended in two ways. */
export type ContradictoryHold = {
  hold_id: string
  inventory_item_id: string
  location_id: string
  quantity: string
  why: "reserved_too" | "expired_early" | "ended_late" | "not_reserved"
}

/**
 * I5. Held and reserved under one id; ended as expired before its time, or otherwise after it; confirmed by an order's
 * line of which there never was a reservation. Reads all holds; reservations by index. Locks nothing.
 */
export function findContradictoryHolds(
  connection: Connection,
  search: Search
): Promise<Found<ContradictoryHold>> {
  return find(
    connection,
    `select hold_id, inventory_item_id, location_id, quantity, why from (
       select h.id as hold_id, h.inventory_item_id, h.location_id, ${exact("h.quantity")} as quantity, case
         when h.ended_as is distinct from 'confirmed'
           and exists (select from reservation_item r where r.id = h.id and r.deleted_at is null) then 'reserved_too'
         when h.ended_as = 'expired' and h.expires_at > truestock_now() then 'expired_early'
         when h.ended_as <> 'expired' and h.ended_at > h.expires_at then 'ended_late'
         when h.confirmed_line_id is not null and not exists (
           select from reservation_item r
           where r.line_item_id = h.confirmed_line_id and r.inventory_item_id = h.inventory_item_id) then 'not_reserved'
         end as why
       from inventory_hold h
     ) judged where why is not null`,
    search
  )
}
