import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { clockSet } from "../../../database/clock"
import { query } from "../../../database/connection"
import { installTriggers } from "../../../database/install-triggers"
import type { TruestockOptions } from "../../../options"
import { feedTriggerSet } from "./trigger-set"

/**
 * Sees to it that the clock and the change feed are in the database. A table whose triggers were missing may have
 * changed unseen, so the whole catalogue is queued in the transaction that attaches them: on the first start this
 * fills the read model of an existing shop. Reads only, when all is there.
 *
 * A failure does not stop the shop, which sells without us: it is said loudly, and tried again (by the drain, once
 * a minute), as is a table that appears later.
 */
export async function keepAttached(
  connection: Knex,
  { brand }: Pick<TruestockOptions, "brand">,
  logger: Logger
): Promise<void> {
  try {
    const [where] = await query<{ schema: string; is_migrated: boolean }>(
      connection,
      "select current_schema() as schema, to_regclass('availability_change') is not null as is_migrated"
    )
    if (!where?.is_migrated) {
      logger.warn("Truestock's tables are missing. Run `medusa db:migrate`.")
      return
    }
    await installTriggers(connection, where.schema, clockSet(where.schema, process.env.NODE_ENV === "test"))
    const result = await installTriggers(connection, where.schema, feedTriggerSet(where.schema, brand))
    if (result.left_to_newer) {
      logger.debug("Truestock's change feed in the database is newer than this process; left as it is.")
    }
    if (result.newly_attached.length > 0) {
      const tables = result.newly_attached.join(", ")
      logger.info(`Truestock attached its change feed to ${tables}; refreshing the whole catalogue.`)
    }
    for (const { table, error } of result.failed) {
      logger.error(`Truestock could not attach its change feed to ${table}: ${error.message}`)
    }
  } catch (error) {
    logger.error(`Truestock could not attach its change feed: ${(error as Error).message}`)
  }
}
