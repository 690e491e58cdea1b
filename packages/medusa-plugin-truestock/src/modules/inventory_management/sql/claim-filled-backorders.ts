import { type Connection, query } from "../../../database/connection"

export type FilledBackorder = {
  reservation_id: string
  line_item_id: string | null
  inventory_item_id: string
  location_id: string
  /** Units that were promised, and are there now. */
  quantity: number
}

/**
 * Takes filled backorders of which nobody was told yet, for half a minute: other senders pass them by, and nothing is
 * locked while the event bus takes its time.
 */
export function claimFilledBackorders(connection: Connection, limit: number): Promise<FilledBackorder[]> {
  return query<FilledBackorder>(
    connection,
    `update inventory_backorder set claimed_until = clock_timestamp() + interval '30 seconds'
     where reservation_id in (
       select reservation_id from inventory_backorder
       where filled_at is not null and sent_at is null
         and (claimed_until is null or claimed_until < clock_timestamp())
       order by filled_at, promised_at
       limit :limit
       for update skip locked)
     returning reservation_id, line_item_id, inventory_item_id, location_id, cast(quantity as float) as quantity`,
    { limit }
  )
}

/** The event bus has taken them. */
export async function markBackordersSent(connection: Connection, reservation_ids: string[]): Promise<void> {
  await query(
    connection,
    `update inventory_backorder set sent_at = clock_timestamp()
     where reservation_id = any(cast(:reservation_ids as text[])) and filled_at is not null`,
    { reservation_ids }
  )
}
