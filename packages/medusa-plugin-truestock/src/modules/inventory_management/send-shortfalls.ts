import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { claimShortfalls } from "./sql/claim-shortfalls"

/** Emitted when more is promised at a level than it may give: `{ id, inventory_item_id, location_id, quantity }`. */
export const INVENTORY_SHORTFALL = "inventory.shortfall"

const BATCH_SIZE = 200

/** Delivers new shortfalls, at least once: marked in the transaction in which the event bus took them. */
export async function sendShortfalls(
  connection: Knex,
  eventBus: IEventBusModuleService,
  logger: Logger
): Promise<number> {
  return connection.transaction(async (tx) => {
    const shortfalls = await claimShortfalls(tx, BATCH_SIZE)
    if (shortfalls.length === 0) return 0
    await eventBus.emit(
      shortfalls.map((data) => ({ name: INVENTORY_SHORTFALL, data })),
      {}
    )
    for (const { inventory_item_id, location_id, quantity } of shortfalls) {
      logger.warn(
        `Stock is short: ${quantity} promised of ${inventory_item_id} at ${location_id} are not there`
      )
    }
    return shortfalls.length
  })
}
