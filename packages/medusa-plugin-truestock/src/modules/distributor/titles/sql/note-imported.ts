import { type Connection, query } from "../../../../database/connection"

/** Says which variant and item stand for titles: those that the shop has now. In EAN order. */
export async function noteImported(
  connection: Connection,
  source_id: string,
  pairs: { ean13: string; variant_id: string }[]
): Promise<void> {
  await query(
    connection,
    `with pairs as (
       select k.ean13, v.id as variant_id, v.product_id, (
         select l.inventory_item_id from product_variant_inventory_item l
         join inventory_item i on i.id = l.inventory_item_id and i.deleted_at is null
         where l.variant_id = v.id and l.deleted_at is null order by l.inventory_item_id limit 1) as inventory_item_id
       from jsonb_to_recordset(cast(:pairs as jsonb)) as k(ean13 text, variant_id text)
       join product_variant v on v.id = k.variant_id
     ), locked as materialized (
       select t.ean13 from distributor_title t join pairs using (ean13) where t.source_id = :source_id
       order by t.ean13 for update of t
     )
     update distributor_title t set sync_status = 'imported', status_reason = null, product_id = p.product_id,
       variant_id = p.variant_id, inventory_item_id = p.inventory_item_id, updated_at = truestock_now()
     from pairs p join locked using (ean13) where t.source_id = :source_id and t.ean13 = p.ean13`,
    { source_id, pairs: JSON.stringify(pairs) }
  )
}

export type RefusedTitle = { ean13: string; sync_status: "skipped" | "failed"; reason: string }

/** Says why titles were not imported. */
export async function noteNotImported(
  connection: Connection,
  source_id: string,
  titles: RefusedTitle[]
): Promise<void> {
  await query(
    connection,
    `update distributor_title t set sync_status = k.sync_status, status_reason = k.reason, updated_at = truestock_now()
     from jsonb_to_recordset(cast(:titles as jsonb)) as k(ean13 text, sync_status text, reason text)
     where t.source_id = :source_id and t.ean13 = k.ean13 and t.sync_status <> 'imported'`,
    { source_id, titles: JSON.stringify(titles) }
  )
}
