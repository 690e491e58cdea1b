import type { Connection } from "../../database/connection"
import { Convoy } from "./convoy"
import type { Request } from "./perform-operation"
import type { ReservedLine } from "./reservations/reservation-input"
import type { Performance } from "./sql/perform"
import { performTogether } from "./sql/perform-together"

/**
 * How reservations get to the database: units of one level for nobody in particular wait for the level and for nothing
 * else, so they travel together. What takes the place of a hold, or becomes one, locks more, and travels alone.
 */
export function sendTogether(connection: Connection): (lines: ReservedLine[]) => Request["send"] {
  const convoy = new Convoy((performances: Performance[]) => performTogether(connection, performances))
  return ([line, ...others]) => {
    if (!line || others.length > 0 || line.line_item_id || line.expires_at || line.ttl_seconds)
      return undefined
    const level = JSON.stringify([line.inventory_item_id, line.location_id])
    return (performance) => convoy.ask(level, performance)
  }
}
