import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"

export type DriftedLevel = {
  level_id: string
  inventory_item_id: string
  location_id: string
  drift: string
}

/** Levels of which the guard knows that reserved_quantity is wrong. By a partial index that holds nothing else. */
export function findKnownDrift(connection: Connection, most: number): Promise<Found<DriftedLevel>> {
  return find(
    connection,
    `select g.level_id, l.inventory_item_id, l.location_id, ${exact("g.drift")} as drift
     from level_guard g join inventory_level l on l.id = g.level_id and l.deleted_at is null
     where g.drift <> 0`,
    { most }
  )
}
