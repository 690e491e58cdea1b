import { type Connection, query } from "../../../../database/connection"
import type { Figures } from "../order-line"

/**
 * Remembers what was seen, unless something newer is there. A sync that was asked for and has not begun will see it too, so
 * none is asked for again. Rows in EAN order.
 */
export async function putLookUps(
  connection: Connection,
  source_id: string,
  looked_up_at: string,
  found: ({ ean13: string } & Figures)[]
): Promise<void> {
  if (found.length === 0) return
  await query(
    connection,
    `insert into distributor_look_up as u (source_id, ean13, looked_up_at, sellable, takes_backorder)
     select :source_id, k.ean13, cast(:looked_up_at as timestamptz), k.sellable, k.takes_backorder
     from jsonb_to_recordset(cast(:found as jsonb)) as k(ean13 text, sellable integer, takes_backorder boolean)
     order by k.ean13
     on conflict (source_id, ean13) do update set looked_up_at = excluded.looked_up_at, sellable = excluded.sellable,
       takes_backorder = excluded.takes_backorder,
       sync_run_id = (select r.id from distributor_run r where r.id = u.sync_run_id and r.status = 'requested')
     where u.looked_up_at <= excluded.looked_up_at`,
    { source_id, looked_up_at, found: JSON.stringify(found) }
  )
}
