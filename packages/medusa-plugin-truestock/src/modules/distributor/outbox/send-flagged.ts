import type { IEventBusModuleService } from "@medusajs/framework/types"
import type { Connection } from "../../../database/connection"
import { claimFlagged, markFlagsSent } from "./sql/claim-flagged"
import { readFlagged } from "./sql/read-flagged"
import { DISTRIBUTOR_STOCK_CHANGED, type DistributorStockChangedEvent } from "./stock-changed"

const PAGE = 200

/**
 * Tells of a page of flagged titles, at least once: what a sender claimed and did not finish is claimed again. Answers how
 * many were told.
 */
export async function sendFlagged(
  connection: Connection,
  eventBus: Pick<IEventBusModuleService, "emit">
): Promise<number> {
  const flags = await claimFlagged(connection, PAGE)
  if (flags.length === 0) return 0
  const titles = await readFlagged(connection, flags)
  await eventBus.emit<DistributorStockChangedEvent>({ name: DISTRIBUTOR_STOCK_CHANGED, data: { titles } }, {})
  await markFlagsSent(connection, flags)
  return flags.length
}

/** All pages that wait, unless the process is to end. */
export async function sendAllFlagged(
  connection: Connection,
  eventBus: Pick<IEventBusModuleService, "emit">,
  isOver: () => boolean = () => false
): Promise<void> {
  while (!isOver() && (await sendFlagged(connection, eventBus)) > 0);
}
