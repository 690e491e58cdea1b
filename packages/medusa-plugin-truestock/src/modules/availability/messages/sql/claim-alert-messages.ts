import { type Connection, query } from "../../../../database/connection"
import type { StockAlert } from "../../alerts/stock-alert"
import { CLAIMABLE, CLAIMED } from "./claimable"

export const ALERT_COLUMNS = `id, kind, product_id, variant_id, sku, title, quantity, threshold,
  to_json(created_at) as created_at`

/**
 * Takes alerts of the last day that no message has told yet, oldest first. What came back is good news, and no message
 * by itself. Other senders pass them by.
 */
export function claimAlertMessages(connection: Connection, limit: number): Promise<StockAlert[]> {
  return query<StockAlert>(
    connection,
    `update stock_alert set ${CLAIMED}, message_id = id
     where id in (
       select id from stock_alert
       where mailed_at is null and kind in ('low_stock', 'out_of_stock')
         and created_at > truestock_now() - interval '1 day' and ${CLAIMABLE}
       order by created_at, id
       limit :limit
       for update skip locked)
     returning ${ALERT_COLUMNS}`,
    { limit }
  )
}
