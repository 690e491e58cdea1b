import { type Connection, query } from "../../../database/connection"

/** Tells the guard the backorder limit that holds where no policy sets one. null = no limit. */
export async function rememberDefaultLimit(connection: Connection, limit: number | null): Promise<void> {
  await query(
    connection,
    `update inventory_settings set default_backorder_limit = :limit
     where default_backorder_limit is distinct from cast(:limit as numeric)`,
    { limit }
  )
}
