import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { claimShortfalls, markShortfallsSent } from "./sql/claim-shortfalls"

/** Emitted when more is promised at a level than it may give: `{ id, inventory_item_id, location_id, quantity }`. */
export const INVENTORY_SHORTFALL = "inventory.shortfall"

const BATCH_SIZE = 200

/** Delivers new shortfalls, at least once: what a sender claimed and did not finish is claimed again. */
export async function sendShortfalls(
  connection: Knex,
  eventBus: IEventBusModuleService,
  logger: Logger
): Promise<number> {
  const shortfalls = await claimShortfalls(connection, BATCH_SIZE)
  if (shortfalls.length === 0) return 0
  await eventBus.emit(
    shortfalls.map((data) => ({ name: INVENTORY_SHORTFALL, data })),
    {}
  )
  await markShortfallsSent(
    connection,
    shortfalls.map(({ id }) => id)
  )
  for (const { inventory_item_id, location_id, quantity } of shortfalls) {
    logger.warn(
      `Stock is short: ${quantity} promised of ${inventory_item_id} at ${location_id} are not there`
    )
  }
  return shortfalls.length
}
