import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { claimUnsent } from "../sql/claim-unsent"
import { markSent } from "../sql/mark-sent"
import type { StatusChange } from "../rules/status-changes"

/** Emitted for every change of a product's status in a channel; `from`/`to` null = came / left. */
export const AVAILABILITY_CHANGED = "availability.changed"

export type AvailabilityChangedEvent = Pick<StatusChange, "product_id" | "sales_channel_id" | "from" | "to">

const BATCH_SIZE = 500

/**
 * Delivers the status changes that the refreshes recorded, at least once: a row is marked in the transaction that
 * claimed it, after the event bus has taken the event. A crash in between sends it again.
 * Answers how many were sent.
 */
export async function sendChanges(
  connection: Knex,
  eventBus: IEventBusModuleService,
  logger: Logger
): Promise<number> {
  return connection.transaction(async (tx) => {
    const changes = await claimUnsent(tx, BATCH_SIZE)
    if (changes.length === 0) {
      return 0
    }
    await eventBus.emit<AvailabilityChangedEvent>(
      changes.map(({ product_id, sales_channel_id, from, to }) => ({
        name: AVAILABILITY_CHANGED,
        data: { product_id, sales_channel_id, from, to },
      })),
      {}
    )
    await markSent(
      tx,
      changes.map((change) => change.id)
    )
    for (const { id, product_id, to, ...rest } of changes) {
      logger.info(`Availability updated: ${product_id} -> ${to ?? "removed"} ${JSON.stringify(rest)}`)
    }
    return changes.length
  })
}
