import { query, type Transaction } from "../../../database/connection"
import type { StatusChange } from "../rules/status-changes"

export type UnsentChange = StatusChange & { id: string }

/** Takes the oldest changes that were not delivered yet, for this transaction; other senders skip them. */
export function claimUnsent(tx: Transaction, limit: number): Promise<UnsentChange[]> {
  return query<UnsentChange>(
    tx,
    `select id, product_id, sales_channel_id, from_status as "from", to_status as "to", reason
     from availability_history
     where sent_at is null
     order by changed_at, id
     limit :limit
     for update skip locked`,
    { limit }
  )
}
