import { type Connection, query } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"

/** Tells the feed's triggers how long a quantity is believed whose source says nothing of it. */
export async function rememberSourceHours(
  connection: Connection,
  options: Pick<TruestockOptions, "source_limit_hours" | "source_grace_hours">
): Promise<void> {
  await query(
    connection,
    `insert into availability_settings as s (source_limit_seconds, source_grace_seconds)
     values (:limit_hours * 3600.0, :grace_hours * 3600.0)
     on conflict (only_row) do update
       set source_limit_seconds = excluded.source_limit_seconds, source_grace_seconds = excluded.source_grace_seconds
       where (s.source_limit_seconds, s.source_grace_seconds)
         is distinct from (excluded.source_limit_seconds, excluded.source_grace_seconds)`,
    { limit_hours: options.source_limit_hours, grace_hours: options.source_grace_hours }
  )
}
