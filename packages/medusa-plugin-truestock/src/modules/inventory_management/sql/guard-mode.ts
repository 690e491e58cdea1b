import { type Connection, query } from "../../../database/connection"
import type { GuardMode } from "../movement"

export async function readGuardMode(connection: Connection): Promise<GuardMode> {
  const [settings] = await query<{ guard_mode: GuardMode }>(
    connection,
    "select guard_mode from inventory_settings"
  )
  return settings?.guard_mode ?? "enforce"
}

/** Holds from the next statement on, in every process. Answers the mode that held before. */
export async function writeGuardMode(connection: Connection, mode: GuardMode): Promise<GuardMode> {
  const [before] = await query<{ guard_mode: GuardMode }>(
    connection,
    `update inventory_settings set guard_mode = :mode
     from (select guard_mode from inventory_settings for update) before
     returning before.guard_mode`,
    { mode }
  )
  return before?.guard_mode ?? "enforce"
}
