import { type Connection, query } from "../../../../database/connection"
import type { StockMessage } from "../stock-message"

const WHERE_IT_IS_NOTED: Record<StockMessage["about"], [table: string, column: string]> = {
  alerts: ["stock_alert", "mailed_at"],
  confirmation: ["back_in_stock_subscription", "confirmation_sent_at"],
  return: ["back_in_stock_subscription", "notified_at"],
}

/** A message is out: what it was about is told. */
export async function markTold(
  connection: Connection,
  { about, ids }: Pick<StockMessage, "about" | "ids">
): Promise<void> {
  const [table, column] = WHERE_IT_IS_NOTED[about]
  await query(
    connection,
    `update ${table} set ${column} = coalesce(${column}, truestock_now()), claimed_until = null, attempts = 0,
       updated_at = now()
     where id = any(cast(:ids as text[]))`,
    { ids }
  )
}

/** It could not be sent: tried again after a minute, then two, four, up to an hour; ten times in all. */
export async function putOff(
  connection: Connection,
  { about, ids }: Pick<StockMessage, "about" | "ids">
): Promise<void> {
  const [table] = WHERE_IT_IS_NOTED[about]
  await query(
    connection,
    `update ${table} set updated_at = now(),
       claimed_until = truestock_now() + least(interval '1 hour', interval '1 minute' * power(2, attempts - 1))
     where id = any(cast(:ids as text[]))`,
    { ids }
  )
}
