import type { Connection } from "../../../database/connection"
import { exact, find, type Found } from "./found"

export type OpenShortfall = {
  level_id: string
  inventory_item_id: string
  location_id: string
  missing: string
}

/** Open shortfalls, by a partial index; `unsent`: those whose event should have left a minute ago. */
export function findOpenShortfalls(
  connection: Connection,
  which: "all" | "unsent",
  most: number
): Promise<Found<OpenShortfall>> {
  const unsent = "and sent_at is null and opened_at < truestock_now() - interval '1 minute'"
  return find(
    connection,
    `select level_id, inventory_item_id, location_id, ${exact("quantity")} as missing
     from inventory_shortfall where resolved_at is null ${which === "unsent" ? unsent : ""}`,
    { most }
  )
}
