import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { Outbox } from "./outbox/outbox"
import { sendUnsent } from "./outbox/send-unsent"

/** Emitted when more is promised at a level than it may give: `{ id, inventory_item_id, location_id, quantity }`. */
export const INVENTORY_SHORTFALL = "inventory.shortfall"

/** quantity: units missing. */
type Shortfall = { id: string; inventory_item_id: string; location_id: string; quantity: number }

/** Not the newest: a fulfilment lowers stock a moment before it ends the reservation. */
const SHORTFALLS: Outbox = {
  event: INVENTORY_SHORTFALL,
  table: "inventory_shortfall",
  id: "id",
  due: "resolved_at is null and opened_at < clock_timestamp() - interval '2 seconds'",
  told: "true",
  order: "opened_at",
  data: "id, inventory_item_id, location_id, cast(quantity as float) as quantity",
}

/** Delivers new shortfalls, at least once. */
export async function sendShortfalls(
  connection: Knex,
  eventBus: IEventBusModuleService,
  logger: Logger
): Promise<number> {
  const shortfalls = await sendUnsent<Shortfall>(connection, eventBus, SHORTFALLS)
  for (const { inventory_item_id, location_id, quantity } of shortfalls) {
    logger.warn(
      `Stock is short: ${quantity} promised of ${inventory_item_id} at ${location_id} are not there`
    )
  }
  return shortfalls.length
}
