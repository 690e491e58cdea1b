import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import { claimFilledBackorders, markBackordersSent } from "../sql/claim-filled-backorders"

/**
 * Emitted when the stock covers a promise that it did not cover before, the oldest first: `{ reservation_id,
 * line_item_id, inventory_item_id, location_id, quantity }`.
 */
export const INVENTORY_BACKORDER_FILLED = "inventory.backorder_filled"

const BATCH_SIZE = 200

/** Delivers them at least once: what a sender claimed and did not finish is claimed again. */
export async function sendFilledBackorders(
  connection: Knex,
  eventBus: IEventBusModuleService
): Promise<number> {
  const filled = await claimFilledBackorders(connection, BATCH_SIZE)
  if (filled.length === 0) return 0
  await eventBus.emit(
    filled.map((data) => ({ name: INVENTORY_BACKORDER_FILLED, data })),
    {}
  )
  await markBackordersSent(
    connection,
    filled.map(({ reservation_id }) => reservation_id)
  )
  return filled.length
}
