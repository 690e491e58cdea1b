import { query, type Transaction } from "../../../database/connection"

/** Marks delivered changes, in the transaction that claimed them. */
export async function markSent(tx: Transaction, ids: string[]): Promise<void> {
  await query(
    tx,
    `update availability_history set sent_at = clock_timestamp() where id = any(cast(:ids as text[]))`,
    { ids }
  )
}
