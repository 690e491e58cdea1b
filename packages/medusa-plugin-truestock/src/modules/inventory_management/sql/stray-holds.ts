import { type Connection, query } from "../../../database/connection"
import { findOrderedHolds } from "./find-ordered-holds"

/**
 * Holds that nobody can use any more: expired ones that are not marked as such, and live ones whose cart or line is
 * gone. The triggers on carts end the latter at once; these slipped past them, as when a backup of some tables is
 * restored. What an order has left is not among them (find-ordered-holds.ts).
 */
const STRAY = `
  select h.id, case when h.expires_at <= truestock_now() then 'expired' else 'orphaned' end as why
  from inventory_hold h
  left join cart c on c.id = h.cart_id and c.deleted_at is null
  left join cart_line_item l on l.id = h.line_item_id and l.cart_id = c.id and l.deleted_at is null
  where h.ended_at is null
    and (h.expires_at <= truestock_now() or h.cart_id is not null and l.id is null)`

/** `ordered`: those that orders have left. */
export type StrayHolds = { expired: number; orphaned: number; ordered: number }

/** How many there are. Locks nothing. */
export async function countStrayHolds(connection: Connection): Promise<StrayHolds> {
  const [row] = await query<Omit<StrayHolds, "ordered">>(
    connection,
    `select cast(count(*) filter (where why = 'expired') as integer) as expired,
       cast(count(*) filter (where why = 'orphaned') as integer) as orphaned
     from (${STRAY}) stray`
  )
  const ordered = await findOrderedHolds(connection)
  return { ...row!, ordered: ordered.filter(({ is_placing }) => !is_placing).length }
}

/**
 * Ends the orphaned ones; what has expired is tidied (tidy-holds.ts). Skips what is being confirmed or released right
 * now. Answers how many it ended.
 */
export async function endOrphanedHolds(connection: Connection): Promise<number> {
  const ended = await query(
    connection,
    `with stray as materialized (${STRAY} for update of h skip locked)
     update inventory_hold h set ended_at = truestock_now(), ended_as = 'released', updated_at = now()
     from stray where h.id = stray.id and stray.why = 'orphaned'
     returning 1`
  )
  return ended.length
}
