import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"

/** A promise that mode `observe` let pass. */
export type Observation = {
  id: string
  code: string
  inventory_item_id: string
  location_id: string
  requested: string | null
  available: string | null
}

/** What the guard would have refused in the last 30 days; older ones are forgotten. */
export function findObservations(connection: Connection, most: number): Promise<Found<Observation>> {
  return find(
    connection,
    `select id, code, inventory_item_id, location_id, ${exact("requested")} as requested,
       ${exact("available")} as available
     from guard_observation`,
    { most }
  )
}
