import { type Connection, query } from "../../../../database/connection"
import type { StockAlert } from "../stock-alert"

/**
 * Takes the oldest alerts whose event was not delivered yet, for half a minute: other senders pass them by, and nothing
 * is locked while the event bus takes its time. What a sender did not finish is taken again under the same id.
 */
export async function claimAlerts(connection: Connection, limit: number): Promise<StockAlert[]> {
  const alerts = await query<StockAlert>(
    connection,
    `update stock_alert set event_claimed_until = truestock_now() + interval '30 seconds'
     where id in (
       select id from stock_alert
       where sent_at is null and (event_claimed_until is null or event_claimed_until < truestock_now())
       order by created_at, id
       limit :limit
       for update skip locked)
     returning id, kind, product_id, variant_id, sku, title, quantity, threshold, to_json(created_at) as created_at`,
    { limit }
  )
  return alerts.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The event bus has taken them. */
export async function markAlertsSent(connection: Connection, ids: string[]): Promise<void> {
  await query(
    connection,
    "update stock_alert set sent_at = truestock_now() where id = any(cast(:ids as text[]))",
    { ids }
  )
}
