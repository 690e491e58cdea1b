import { type Connection, query } from "../../../database/connection"

/** Tells the guard the backorder limit that holds where no policy sets one. null = no limit. */
export async function rememberDefaultLimit(connection: Connection, limit: number | null): Promise<void> {
  await query(
    connection,
    `insert into inventory_settings (default_backorder_limit) values (:limit)
     on conflict (only_row) do update set default_backorder_limit = excluded.default_backorder_limit
       where inventory_settings.default_backorder_limit is distinct from excluded.default_backorder_limit`,
    { limit }
  )
}
