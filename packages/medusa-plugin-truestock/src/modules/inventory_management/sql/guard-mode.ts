import { type Connection, query } from "../../../database/connection"
import type { GuardMode } from "../movement"

export async function readGuardMode(connection: Connection): Promise<GuardMode> {
  const [settings] = await query<{ guard_mode: GuardMode }>(
    connection,
    "select guard_mode from inventory_settings"
  )
  return settings?.guard_mode ?? "enforce"
}

/** Holds from the next statement on, in every process. */
export async function writeGuardMode(connection: Connection, mode: GuardMode): Promise<void> {
  await query(connection, "update inventory_settings set guard_mode = :mode", { mode })
}
