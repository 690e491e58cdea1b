import { type Connection, query } from "../../../../database/connection"

/** Whether what some shopper waits for is here. */
export async function isAnyoneDue(connection: Connection): Promise<boolean> {
  const due = await query(
    connection,
    `select 1 from back_in_stock_subscription
     where due_at is not null and notified_at is null and unsubscribed_at is null limit 1`
  )
  return due.length > 0
}
