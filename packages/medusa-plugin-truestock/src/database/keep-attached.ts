import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { clockSet } from "./clock"
import { query } from "./connection"
import { type InstallResult, installTriggers } from "./install-triggers"
import type { TriggerSet } from "./trigger-set"

/** What is to be kept in the database, and how the log speaks of it. */
export type Attachment = {
  /** "its change feed" */
  what: string
  /** A table of ours without which there is nothing to attach: the shop is not migrated yet. */
  needs: string
  setFor: (schema: string) => TriggerSet
}

/**
 * Sees to it that the clock and a set of triggers are in the database. Reads only, when all is there.
 *
 * A failure does not stop the shop, which sells without us: it is said loudly, answered as null, and tried again
 * (once a minute), as is a table that appears later. A process that was started to look (TRUESTOCK_LOOK_ONLY, set by
 * `truestock doctor`) attaches nothing: a doctor who heals before he looks finds nobody ill.
 */
export async function keepAttached(
  connection: Knex,
  { what, needs, setFor }: Attachment,
  logger: Logger
): Promise<InstallResult | null> {
  if (process.env.TRUESTOCK_LOOK_ONLY) return null
  try {
    const [where] = await query<{ schema: string; is_migrated: boolean }>(
      connection,
      "select current_schema() as schema, to_regclass(:needs) is not null as is_migrated",
      { needs }
    )
    if (!where?.is_migrated) {
      logger.warn("Truestock's tables are missing. Run `medusa db:migrate`.")
      return null
    }
    await installTriggers(connection, where.schema, clockSet(where.schema, process.env.NODE_ENV === "test"))
    const result = await installTriggers(connection, where.schema, setFor(where.schema))
    if (result.left_to_newer) {
      logger.debug(`Truestock found ${what} in the database newer than this process; left as it is.`)
    }
    if (result.newly_attached.length > 0) {
      logger.info(`Truestock attached ${what} to ${result.newly_attached.join(", ")}.`)
    }
    for (const { table, error } of result.failed) {
      logger.error(`Truestock could not attach ${what} to ${table}: ${error.message}`)
    }
    return result
  } catch (error) {
    logger.error(`Truestock could not attach ${what}: ${(error as Error).message}`)
    return null
  }
}
