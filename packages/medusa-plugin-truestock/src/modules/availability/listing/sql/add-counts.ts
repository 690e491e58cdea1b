import { query, type Transaction } from "../../../../database/connection"
import type { CountChange } from "./replace-entries"

/**
 * Brings the kept counts up to the entries, in the transaction that changed those. A shop has few of these rows and
 * every refresh needs the same ones: they are locked last, just before the commit, and in key order.
 */
export async function addCounts(tx: Transaction, changes: CountChange[]): Promise<void> {
  if (changes.length === 0) {
    return
  }
  await query(
    tx,
    `insert into listing_count as c (scope_id, status_rank, purchasable, count)
     select scope_id, status_rank, purchasable, change
     from json_to_recordset(cast(:changes as json))
       as r(scope_id integer, status_rank smallint, purchasable boolean, change integer)
     order by scope_id, status_rank, purchasable
     on conflict (scope_id, status_rank, purchasable) do update set count = c.count + excluded.count`,
    { changes: JSON.stringify(changes) }
  )
}
