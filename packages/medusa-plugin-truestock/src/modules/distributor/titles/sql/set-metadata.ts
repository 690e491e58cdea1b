import { type Connection, query } from "../../../../database/connection"

/**
 * Writes what each place has of a product's titles into its metadata, under `<source>_stock`: `{ TN: { on_hand, on_order } }`.
 * Places that the source has not enabled are there too, null is "not said". Touches what differs, products in id order.
 */
export async function setMetadata(connection: Connection, source_id: string, eans: string[]): Promise<void> {
  await query(
    connection,
    `with touched as (
       select distinct product_id from distributor_title
       where source_id = :source_id and ean13 = any(cast(:eans as text[])) and product_id is not null
         and sync_status = 'imported'
     ), places as (
       select t.product_id, k.code, sum(k.on_hand) as on_hand, sum(k.on_order) as on_order
       from distributor_title t join touched using (product_id)
       cross join lateral jsonb_to_recordset(t.locations) as k(code text, on_hand integer, on_order integer)
       where t.source_id = :source_id
       group by t.product_id, k.code
     ), said as (
       select product_id, jsonb_object_agg(code, jsonb_build_object('on_hand', on_hand, 'on_order', on_order)
         order by code) as stock
       from places group by product_id
     ), wanted as materialized (
       select p.id, coalesce(said.stock, '{}') as stock
       from touched join product p on p.id = touched.product_id and p.deleted_at is null
       left join said on said.product_id = p.id
       where p.metadata -> cast(:key as text) is distinct from coalesce(said.stock, '{}')
       order by p.id for update of p
     )
     update product p set metadata = coalesce(p.metadata, '{}') || jsonb_build_object(cast(:key as text), w.stock),
       updated_at = now()
     from wanted w where p.id = w.id`,
    { source_id, eans, key: `${source_id}_stock` }
  )
}
