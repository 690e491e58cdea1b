import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { keepAttached } from "../../../database/keep-attached"
import type { TruestockOptions } from "../../../options"
import { indexDeletedLevels } from "../sql/index-deleted-levels"
import { recountDrift } from "../sql/recount-drift"
import { rememberDefaultLimit } from "../sql/remember-default-limit"
import { guardTriggerSet } from "./trigger-set"

/**
 * Keeps guard and ledger in the database. Where their triggers were missing, reservations may have changed unseen:
 * what the guard knows of each level is counted anew. The books are not touched; the doctor shows the gap.
 */
export async function keepGuardAttached(
  connection: Knex,
  { backorder_limit }: Pick<TruestockOptions, "backorder_limit">,
  logger: Logger
): Promise<void> {
  const attachment = { what: "guard and ledger", needs: "stock_movement", setFor: guardTriggerSet }
  const result = await keepAttached(connection, attachment, logger)
  if (result === null) return
  try {
    await indexDeletedLevels(connection)
    await rememberDefaultLimit(connection, backorder_limit)
    if (result.newly_attached.length > 0) await recountDrift(connection)
  } catch (error) {
    logger.error(`Truestock could not prepare its guard: ${(error as Error).message}`)
  }
}
