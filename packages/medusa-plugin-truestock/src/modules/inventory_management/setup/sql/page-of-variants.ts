import { type Connection, query } from "../../../../database/connection"
import type { VariantFacts } from "../setup"

/**
 * The next variants by id (of those named, if any are), with what planning must know of them: index look-ups for each, none over the catalogue.
 * Locks nothing.
 */
export async function pageOfVariants(
  connection: Connection,
  after: string,
  limit: number,
  ids: string[] | null = null
): Promise<VariantFacts[]> {
  return query<VariantFacts>(
    connection,
    `with page as materialized (
       select v.id, v.product_id, v.sku, v.title, v.manage_inventory
       from product_variant v
       where v.deleted_at is null and v.id > :after and (cast(:ids as text[]) is null or v.id = any(:ids))
         and exists (select from product p where p.id = v.product_id and p.deleted_at is null)
       order by v.id limit :limit
     )
     select v.id as variant_id, v.sku, v.title as variant_title, p.title as product_title, v.manage_inventory,
       json_build_object('category', array(${CATEGORIES}), 'collection', array(${COLLECTION}), 'tag', array(${TAGS}),
         'type', array(${TYPE})) as names,
       exists (${LINKS}) as has_link,
       coalesce((
         select json_agg(json_build_object('inventory_item_id', i.id, 'required_quantity', l.required_quantity,
           'is_shared', exists (
             select from product_variant_inventory_item o
             join product_variant other on other.id = o.variant_id and other.deleted_at is null
             where o.inventory_item_id = i.id and o.variant_id <> v.id and o.deleted_at is null),
           'location_ids', array(${LOCATIONS})) order by i.id)
         from product_variant_inventory_item l
         join inventory_item i on i.id = l.inventory_item_id and i.deleted_at is null
         where l.variant_id = v.id and l.deleted_at is null), '[]') as items,
       (select json_build_object('inventory_item_id', i.id, 'location_ids', array(${LOCATIONS}),
           'is_free', not exists (
             select from product_variant_inventory_item o where o.inventory_item_id = i.id and o.deleted_at is null))
         from inventory_item i
         where i.sku = v.sku and i.deleted_at is null and not exists (${LINKS} and l.inventory_item_id = i.id)
       ) as item_of_sku
     from page v join product p on p.id = v.product_id
     order by v.id`,
    { after, limit, ids }
  )
}

const LINKS =
  "select from product_variant_inventory_item l where l.variant_id = v.id and l.deleted_at is null"

const LOCATIONS =
  "select n.location_id from inventory_level n where n.inventory_item_id = i.id and n.deleted_at is null"

const CATEGORIES = `
  select distinct unnest(array[a.id, a.name, a.handle])
  from product_category_product k
  join product_category c on c.id = k.product_category_id and c.deleted_at is null
  join product_category a on a.id = any(string_to_array(c.mpath, '.')) and a.deleted_at is null
  where k.product_id = p.id`

const COLLECTION = `
  select unnest(array[c.id, c.title, c.handle]) from product_collection c
  where c.id = p.collection_id and c.deleted_at is null`

const TAGS = `
  select unnest(array[t.id, t.value]) from product_tags k
  join product_tag t on t.id = k.product_tag_id and t.deleted_at is null
  where k.product_id = p.id`

const TYPE = `
  select unnest(array[t.id, t.value]) from product_type t where t.id = p.type_id and t.deleted_at is null`
