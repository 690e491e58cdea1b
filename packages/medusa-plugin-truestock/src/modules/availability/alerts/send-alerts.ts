import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import { claimAlerts, markAlertsSent } from "./sql/claim-alerts"
import {
  type AlertKind,
  INVENTORY_BACK_IN_STOCK,
  INVENTORY_LOW_STOCK,
  INVENTORY_OUT_OF_STOCK,
  type StockAlertEvent,
} from "./stock-alert"

const EVENT_OF: Record<AlertKind, string> = {
  low_stock: INVENTORY_LOW_STOCK,
  out_of_stock: INVENTORY_OUT_OF_STOCK,
  back_in_stock: INVENTORY_BACK_IN_STOCK,
}

const BATCH_SIZE = 200

/** Delivers the events of new alerts, at least once. Answers how many. */
export async function sendAlerts(connection: Knex, eventBus: IEventBusModuleService): Promise<number> {
  const alerts = await claimAlerts(connection, BATCH_SIZE)
  if (alerts.length === 0) return 0
  await eventBus.emit<StockAlertEvent>(
    alerts.map(({ kind, ...data }) => ({ name: EVENT_OF[kind], data })),
    {}
  )
  await markAlertsSent(
    connection,
    alerts.map(({ id }) => id)
  )
  return alerts.length
}
