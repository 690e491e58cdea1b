import { type Connection, query } from "../../../../database/connection"

/** A row of Medusa's, as its Caching Module names it. */
export type Entity = { type: "Product" | "ProductVariant" | "InventoryItem" | "InventoryLevel"; id: string }

/** What a change of these titles may have written to: products, variants, items, and the levels at the source's location. */
export async function entitiesOfTitles(
  connection: Connection,
  source_id: string,
  eans: string[]
): Promise<Entity[]> {
  return query<Entity>(
    connection,
    `with titles as (
       select t.product_id, t.variant_id, t.inventory_item_id, s.location_id
       from distributor_title t join distributor_source s on s.id = t.source_id
       where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[])) and t.sync_status = 'imported'
     )
     select 'Product' as type, product_id as id from titles where product_id is not null
     union select 'ProductVariant', variant_id from titles where variant_id is not null
     union select 'InventoryItem', inventory_item_id from titles where inventory_item_id is not null
     union select 'InventoryLevel', l.id from titles t
       join inventory_level l on l.inventory_item_id = t.inventory_item_id and l.location_id = t.location_id`,
    { source_id, eans }
  )
}
