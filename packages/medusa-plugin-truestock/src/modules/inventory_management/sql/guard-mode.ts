import { type Connection, query } from "../../../database/connection"
import type { GuardMode } from "../movement"

export async function readGuardMode(connection: Connection): Promise<GuardMode> {
  const [settings] = await query<{ guard_mode: GuardMode }>(
    connection,
    "select guard_mode from inventory_settings"
  )
  // Without its row, as after a restore of Medusa's tables alone: what the guard takes it for.
  return settings?.guard_mode ?? "enforce"
}

/** Holds from the next statement on, in every process. Answers the mode that held before. */
export async function writeGuardMode(connection: Connection, mode: GuardMode): Promise<GuardMode> {
  const [before] = await query<{ guard_mode: GuardMode }>(
    connection,
    `with before as (select guard_mode from inventory_settings for update),
     written as (
       insert into inventory_settings (guard_mode) values (:mode)
       on conflict (only_row) do update set guard_mode = excluded.guard_mode
     )
     select guard_mode from before`,
    { mode }
  )
  return before?.guard_mode ?? "enforce"
}
