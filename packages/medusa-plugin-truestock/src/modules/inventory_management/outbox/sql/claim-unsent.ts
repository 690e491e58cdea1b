import { type Connection, query } from "../../../../database/connection"
import type { Outbox } from "../outbox"

/** `sent_id` is the row's own. */
export type Unsent<Data> = Data & { sent_id: string }

/**
 * Takes rows that nobody was told of yet, for half a minute: other senders pass them by, and nothing is locked while the
 * event bus takes its time. Locks the rows that no one else has.
 */
export function claimUnsent<Data>(
  connection: Connection,
  { table, id, due, order, data }: Outbox,
  limit: number
): Promise<Unsent<Data>[]> {
  return query<Unsent<Data>>(
    connection,
    `update ${table} set claimed_until = clock_timestamp() + interval '30 seconds'
     where ${id} in (
       select ${id} from ${table}
       where sent_at is null and ${due} and (claimed_until is null or claimed_until < clock_timestamp())
       order by ${order}
       limit :limit
       for update skip locked)
     returning ${id} as sent_id, ${data}`,
    { limit }
  )
}

/** The event bus has taken them. */
export async function markSent(
  connection: Connection,
  { table, id, told }: Outbox,
  ids: string[]
): Promise<void> {
  await query(
    connection,
    `update ${table} set sent_at = clock_timestamp() where ${id} = any(cast(:ids as text[])) and ${told}`,
    { ids }
  )
}
