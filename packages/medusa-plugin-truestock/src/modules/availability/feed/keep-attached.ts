import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { keepAttached } from "../../../database/keep-attached"
import type { TruestockOptions } from "../../../options"
import { rememberSourceHours } from "../sql/remember-source-hours"
import { feedTriggerSet } from "./trigger-set"

/**
 * Keeps the change feed in the database. A table whose triggers were missing may have changed unseen, so the whole
 * catalogue is queued in the transaction that attaches them: on the first start this fills the read model of an
 * existing shop.
 */
export async function keepFeedAttached(
  connection: Knex,
  options: Pick<TruestockOptions, "brand" | "source_limit_hours" | "source_grace_hours">,
  logger: Logger
): Promise<void> {
  const setFor = (schema: string) => feedTriggerSet(schema, options.brand)
  const attachment = { what: "its change feed", needs: "availability_supply", setFor }
  const result = await keepAttached(connection, attachment, logger)
  if (result === null) return
  try {
    await rememberSourceHours(connection, options)
  } catch (error) {
    logger.error(`Truestock could not prepare its change feed: ${(error as Error).message}`)
  }
}
