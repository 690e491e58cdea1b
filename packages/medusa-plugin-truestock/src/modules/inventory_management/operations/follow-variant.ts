import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_follow_variant: `{ variant_id, id, link_id }`. The item of a variant whose stock is managed has its SKU and
 * title; what the variant does not have the item keeps. A variant without item gets one, as core would make it, under
 * the given ids. Answers `{ outcome, inventory_item_id, sku, next_variant_id }`, and changes nothing but for the first three:
 *
 *   followed, created
 *   linked          it has its own item back, which core takes from a variant whose stock is no longer managed. Without
 *                   it core refuses to manage that stock again, since an item has the SKU
 *   unchanged       the item has both already
 *   not_managed     or there is no such variant: its item stays as it is
 *   kit             the variant needs several items, or several of one
 *   shared          another variant uses the item
 *   duplicate_sku   another item has the variant's SKU
 *
 * Asked twice, the second time finds nothing to do. Locks the variant, so that processes that are told of the same change
 * are one after the other and each sees what the variant is like now; where the SKU changes, all who change one (an
 * advisory lock of this transaction: two items that pass their SKUs to each other would wait in a circle); then its item;
 * then the SKU by core's unique index. next_variant_id: a variant that has had to wait for the SKU that is free now.
 */
export function followVariantFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_follow_variant(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_variant record;
       v_items integer;
       v_item_id text;
       v_required numeric;
       v_users bigint;
       v_sku text;
       v_outcome text;
       v_next text;
     begin
       select * into v_variant from ${s}.product_variant where id = input ->> 'variant_id' and deleted_at is null
         for no key update;
       select count(*), min(item_id), min(required), min(users) into v_items, v_item_id, v_required, v_users
         from ${s}.truestock_items_of(v_variant.id);
       if v_variant.manage_inventory is not true then
         if v_items = 0 then v_item_id := ${s}.truestock_relink_item(v_variant.id, v_variant.sku); end if;
         v_outcome := case when v_items = 0 and v_item_id is not null then 'linked' else 'not_managed' end;
       elsif v_items > 1 or v_required <> 1 then v_outcome := 'kit';
       elsif v_users > 1 then v_outcome := 'shared';
       elsif v_items = 0 then
         if ${s}.truestock_insert_item(input, to_jsonb(v_variant)) then
           v_item_id := input ->> 'id';
           v_outcome := 'created';
         else
           v_item_id := ${s}.truestock_relink_item(v_variant.id, v_variant.sku);
           update ${s}.inventory_item set title = v_variant.title, updated_at = now() where id = v_item_id;
           v_outcome := case when v_item_id is null then 'duplicate_sku' else 'linked' end;
         end if;
       else
         select sku into v_sku from ${s}.inventory_item where id = v_item_id;
         if v_variant.sku <> coalesce(v_sku, '') then
           perform pg_advisory_xact_lock(hashtextextended('truestock.sku', 0));
         end if;
         begin
           update ${s}.inventory_item i set sku = coalesce(v_variant.sku, i.sku),
             title = coalesce(v_variant.title, i.title), updated_at = now()
           where i.id = v_item_id and i.deleted_at is null and (i.sku, i.title)
             is distinct from (coalesce(v_variant.sku, i.sku), coalesce(v_variant.title, i.title));
           v_outcome := case when found then 'followed' else 'unchanged' end;
         exception when unique_violation then
           v_outcome := 'duplicate_sku';
         end;
         if v_outcome = 'followed' then
           select id into v_next from ${s}.product_variant
             where sku = v_sku and id <> v_variant.id and deleted_at is null;
         end if;
       end if;
       return jsonb_build_object('outcome', v_outcome, 'inventory_item_id', v_item_id, 'sku', v_variant.sku,
         'next_variant_id', v_next);
     end`
  )
}

/**
 * truestock_relink_item: links a variant again to the one item that it was linked to and that has its SKU, unless another
 * variant uses that by now. Answers the item; null = there is none.
 */
export function relinkItemFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_relink_item(variant text, own_sku text)`,
    "text",
    BY_INDEX,
    `declare v_item_id text;
     begin
       update ${s}.product_variant_inventory_item k set deleted_at = null, updated_at = now()
       from ${s}.inventory_item i
       where k.variant_id = variant and k.deleted_at is not null and k.required_quantity = 1
         and i.id = k.inventory_item_id and i.deleted_at is null and i.sku = own_sku
         and not exists (select from ${s}.product_variant_inventory_item o
           where o.inventory_item_id = i.id and o.deleted_at is null)
       returning i.id into v_item_id;
       return v_item_id;
     end`
  )
}
