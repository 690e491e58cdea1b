import type { LoaderOptions } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { query } from "../../../database/connection"
import { installTriggers } from "../../../database/install-triggers"
import { installClock } from "../../../database/sql/install-clock"
import { parseOptions } from "../../../options"
import { feedTriggerSet } from "../feed/trigger-set"
import { enqueueChanges } from "../sql/enqueue-changes"

/**
 * Attaches the change feed at every start. A table whose triggers were missing may have changed unseen, so the
 * whole catalogue is queued then: on the first start this fills the read model of an existing shop.
 *
 * A failure does not stop the shop, which sells without us; it is said loudly, and the next start tries again.
 */
export default async function attachFeed({ container, options }: LoaderOptions): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { brand } = parseOptions(options)
  try {
    const [where] = await query<{ schema: string; is_migrated: boolean }>(
      connection,
      "select current_schema() as schema, to_regclass('availability_change') is not null as is_migrated"
    )
    if (!where?.is_migrated) {
      logger.warn("Truestock's tables are missing. Run `medusa db:migrate`.")
      return
    }
    await installClock(connection, where.schema, process.env.NODE_ENV === "test")
    const result = await installTriggers(connection, where.schema, feedTriggerSet(where.schema, brand))
    if (result.left_to_newer) {
      logger.warn("Truestock's change feed in the database is newer than this process; left as it is.")
    }
    if (result.newly_attached.length > 0) {
      await enqueueChanges(connection, "all", null)
      logger.info(
        `Truestock attached its change feed to ${result.newly_attached.join(", ")}; refreshing everything.`
      )
    }
  } catch (error) {
    logger.error(
      `Truestock could not attach its change feed: ${(error as Error).message}. Listings may be out of date.`
    )
  }
}
