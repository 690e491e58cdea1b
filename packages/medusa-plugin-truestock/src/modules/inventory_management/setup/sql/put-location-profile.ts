import { type Connection, query } from "../../../../database/connection"
import { newId } from "../../../../database/new-id"
import type { LocationKind } from "../setup"

export type LocationProfile = { location_id: string; code: string; kind: LocationKind | null }

/**
 * Gives a stock location its code and kind; a kind of null leaves it as it is. Whether it is active is not touched.
 * Answers whether the row is new. Locks the row.
 */
export async function putLocationProfile(connection: Connection, profile: LocationProfile): Promise<boolean> {
  const [row] = await query<{ is_new: boolean }>(
    connection,
    `insert into inventory_location as l (id, location_id, code, kind)
     values (:id, :location_id, :code, coalesce(:kind, 'warehouse'))
     on conflict (location_id) where deleted_at is null do update
       set code = excluded.code, kind = coalesce(:kind, l.kind), updated_at = now()
     returning xmax = 0 as is_new`,
    { id: newId("iloc"), ...profile }
  )
  return row!.is_new
}

/** Takes the profile away again. */
export async function removeLocationProfile(connection: Connection, location_id: string): Promise<void> {
  await query(connection, "delete from inventory_location where location_id = :location_id", { location_id })
}
