import { type Connection, query } from "../../../database/connection"

export type UnsentShortfall = {
  id: string
  inventory_item_id: string
  location_id: string
  /** Units missing. */
  quantity: number
}

/**
 * Takes open shortfalls that were not reported yet, for half a minute: other senders pass them by, and nothing is locked
 * while the event bus takes its time. Not the newest: a fulfilment lowers stock a moment before it ends the
 * reservation.
 */
export function claimShortfalls(connection: Connection, limit: number): Promise<UnsentShortfall[]> {
  return query<UnsentShortfall>(
    connection,
    `update inventory_shortfall set claimed_until = clock_timestamp() + interval '30 seconds'
     where id in (
       select id from inventory_shortfall
       where sent_at is null and resolved_at is null and opened_at < clock_timestamp() - interval '2 seconds'
         and (claimed_until is null or claimed_until < clock_timestamp())
       order by opened_at
       limit :limit
       for update skip locked)
     returning id, inventory_item_id, location_id, cast(quantity as float) as quantity`,
    { limit }
  )
}

/** The event bus has taken them. */
export async function markShortfallsSent(connection: Connection, ids: string[]): Promise<void> {
  await query(
    connection,
    "update inventory_shortfall set sent_at = clock_timestamp() where id = any(cast(:ids as text[]))",
    { ids }
  )
}
