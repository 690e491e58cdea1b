import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_create_item: `{ id, sku, title?, metadata?, variant_id?, link_id? }`. Makes an inventory item of core's; with a
 * variant it becomes the variant's, one unit of it for each, and takes from it what core's own default item takes,
 * unless `title` is given. Answers `{ id, sku, title, variant_id, metadata, created_at }`.
 *
 * Locks the variant, so that two who give it an item are one after the other, then the SKU by core's unique index.
 */
export function createItemFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_create_item(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_variant jsonb := '{}';
       v_item_id text;
     begin
       if input ->> 'variant_id' is not null then
         select to_jsonb(v) into v_variant from ${s}.product_variant v
           where v.id = input ->> 'variant_id' and v.deleted_at is null for no key update;
         if not found then
           perform ${s}.truestock_complain('variant_not_found', format('There is no variant %s.', input ->> 'variant_id'));
         end if;
         select item_id into v_item_id from ${s}.truestock_items_of(input ->> 'variant_id') limit 1;
         if found then
           perform ${s}.truestock_complain('variant_has_item', format(
             'Variant %s has inventory item %s. Change that one, or link another in the admin to make a kit.',
             input ->> 'variant_id', v_item_id));
         end if;
       end if;
       v_variant := v_variant || jsonb_build_object('sku', input ->> 'sku',
         'title', coalesce(input ->> 'title', v_variant ->> 'title'));
       if not ${s}.truestock_insert_item(input, v_variant) then
         select id into v_item_id from ${s}.inventory_item where sku = input ->> 'sku' and deleted_at is null;
         perform ${s}.truestock_complain('duplicate_sku', format('SKU %s is that of inventory item %s. Use another.',
           input ->> 'sku', v_item_id));
       end if;
       return (
         select jsonb_build_object('id', i.id, 'sku', i.sku, 'title', i.title, 'variant_id', input ->> 'variant_id',
           'metadata', i.metadata, 'created_at', i.created_at)
         from ${s}.inventory_item i where i.id = input ->> 'id');
     end`
  )
}

/** truestock_items_of: the items that a variant is made of, each with how many of it, and how many variants use it. */
export function itemsOfFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_items_of(variant text)`,
    "table (item_id text, required numeric, users bigint)",
    BY_INDEX,
    `begin
       return query
         select i.id, k.required_quantity::numeric, (
           select count(*) from ${s}.product_variant_inventory_item o
           join ${s}.product_variant v on v.id = o.variant_id and v.deleted_at is null
           where o.inventory_item_id = i.id and o.deleted_at is null)
         from ${s}.product_variant_inventory_item k
         join ${s}.inventory_item i on i.id = k.inventory_item_id and i.deleted_at is null
         where k.variant_id = variant and k.deleted_at is null;
     end`
  )
}

/**
 * truestock_insert_item: writes the item `input -> id` with what core's default item takes from a variant (SKU and title
 * as they are handed in), and its link where there is a variant. False = somebody else has the SKU; nothing is written.
 */
export function insertItemFunction(s: string): string {
  const column = (name: string, cast = "") => `(variant ->> '${name}')${cast}`
  const TEXTS = ["sku", "title", "origin_country", "hs_code", "mid_code", "material"]
  const SIZES = ["weight", "length", "height", "width"]
  return plpgsql(
    `${s}.truestock_insert_item(input jsonb, variant jsonb)`,
    "boolean",
    BY_INDEX,
    `begin
       insert into ${s}.inventory_item (id, ${[...TEXTS, ...SIZES].join(", ")}, description, requires_shipping, metadata)
       values (input ->> 'id', ${TEXTS.map((name) => column(name)).join(", ")},
         ${SIZES.map((name) => column(name, "::numeric")).join(", ")}, ${column("title")}, true,
         nullif(input -> 'metadata', 'null'))
       on conflict do nothing;
       if not found then return false; end if;
       if variant ->> 'id' is not null then
         insert into ${s}.product_variant_inventory_item (id, variant_id, inventory_item_id, required_quantity)
         values (input ->> 'link_id', variant ->> 'id', input ->> 'id', 1);
       end if;
       return true;
     end`
  )
}
