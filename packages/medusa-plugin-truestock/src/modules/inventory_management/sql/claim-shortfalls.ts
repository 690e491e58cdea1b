import { query, type Transaction } from "../../../database/connection"

export type UnsentShortfall = {
  id: string
  inventory_item_id: string
  location_id: string
  /** Units missing. */
  quantity: number
}

/**
 * Takes open shortfalls that were not reported yet, for this transaction; other senders skip them. Not the newest: a
 * fulfilment lowers stock a moment before it ends the reservation.
 */
export function claimShortfalls(tx: Transaction, limit: number): Promise<UnsentShortfall[]> {
  return query<UnsentShortfall>(
    tx,
    `update inventory_shortfall set sent_at = clock_timestamp()
     where id in (
       select id from inventory_shortfall
       where sent_at is null and resolved_at is null and opened_at < clock_timestamp() - interval '2 seconds'
       order by opened_at
       limit :limit
       for update skip locked)
     returning id, inventory_item_id, location_id, cast(quantity as float) as quantity`,
    { limit }
  )
}
