import { type Connection, query } from "../../../../database/connection"

/**
 * Titles that the supplier has taken back, and that are not in the shop: they are offered again when it names them again.
 * Of those in the shop a sync tells. In EAN order, as everybody who writes titles.
 */
export async function noteRemoved(connection: Connection, source_id: string, eans: string[]): Promise<void> {
  await query(
    connection,
    `update distributor_title t set sync_status = 'skipped', status_reason = 'The supplier has taken it back.',
       digest = 'removed', updated_at = truestock_now()
     from (
       select ean13 from distributor_title where source_id = :source_id and ean13 = any(cast(:eans as text[]))
         and sync_status <> 'imported' order by ean13 for update
     ) k
     where t.source_id = :source_id and t.ean13 = k.ean13`,
    { source_id, eans }
  )
}
