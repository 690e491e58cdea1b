import { type Connection, query } from "../../../database/connection"

/** stocked - reserved - held, level by level not below zero, at these locations or at all active ones. */
export async function readAvailableQuantity(
  connection: Connection,
  inventory_item_id: string,
  location_ids: string[] | null
): Promise<number> {
  const [row] = await query<{ available: number }>(
    connection,
    `select cast(coalesce(sum(greatest(0, l.stocked_quantity - l.reserved_quantity - (
       select coalesce(sum(h.quantity), 0) from inventory_hold h
       where h.inventory_item_id = l.inventory_item_id and h.location_id = l.location_id
         and h.ended_at is null and h.expires_at > truestock_now()))), 0) as float8) as available
     from inventory_level l
     where l.inventory_item_id = :inventory_item_id and l.deleted_at is null
       and (cast(:location_ids as text[]) is null or l.location_id = any(cast(:location_ids as text[])))
       and not exists (
         select from inventory_location i
         where i.location_id = l.location_id and not i.is_active and i.deleted_at is null)`,
    { inventory_item_id, location_ids }
  )
  return row!.available
}
