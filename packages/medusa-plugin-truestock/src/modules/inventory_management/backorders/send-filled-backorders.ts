import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import type { Outbox } from "../outbox/outbox"
import { sendUnsent } from "../outbox/send-unsent"

/**
 * Emitted when the stock covers a promise that it did not cover before, the oldest first: `{ reservation_id,
 * line_item_id, inventory_item_id, location_id, quantity }`.
 */
export const INVENTORY_BACKORDER_FILLED = "inventory.backorder_filled"

/** quantity: units that were promised, and are there now. One whose stock is gone again meanwhile is told when it is back. */
const FILLED: Outbox = {
  event: INVENTORY_BACKORDER_FILLED,
  table: "inventory_backorder",
  id: "reservation_id",
  due: "filled_at is not null",
  told: "filled_at is not null",
  order: "filled_at, promised_at",
  data: "reservation_id, line_item_id, inventory_item_id, location_id, cast(quantity as float) as quantity",
}

/** Delivers them at least once. */
export async function sendFilledBackorders(
  connection: Knex,
  eventBus: IEventBusModuleService
): Promise<number> {
  return (await sendUnsent(connection, eventBus, FILLED)).length
}
