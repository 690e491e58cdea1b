import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { keepAttached } from "../../../database/keep-attached"
import type { TruestockOptions } from "../../../options"
import { indexDeletedLevels } from "../sql/index-deleted-levels"
import { leaveRoomInLevels } from "../sql/leave-room-in-levels"
import { rememberDefaultLimit } from "../sql/remember-default-limit"
import { guardTriggerSet } from "./trigger-set"

/** Keeps guard and ledger in the database. */
export async function keepGuardAttached(
  connection: Knex,
  { backorder_limit }: Pick<TruestockOptions, "backorder_limit">,
  logger: Logger
): Promise<void> {
  const attachment = { what: "guard and ledger", needs: "backorder_change", setFor: guardTriggerSet }
  const result = await keepAttached(connection, attachment, logger)
  if (result === null) return
  try {
    await indexDeletedLevels(connection)
    await leaveRoomInLevels(connection)
    await rememberDefaultLimit(connection, backorder_limit)
  } catch (error) {
    logger.error(`Truestock could not prepare its guard: ${(error as Error).message}`)
  }
}
