import { BY_INDEX, guardMode, plpgsql, rawOf } from "../guard/function-text"

/**
 * Core reserves for the order before it says so of the cart: what the cart held is in a live reservation of an order's
 * line. (What somebody has confirmed by hand is in one of the cart's own line.)
 */
const isBecomingAnOrder = (s: string) => `exists (
  select from ${s}.inventory_hold h join ${s}.cart_line_item l on l.id = h.line_item_id and l.deleted_at is null
  join ${s}.reservation_item r on r.line_item_id = h.confirmed_line_id and r.inventory_item_id = h.inventory_item_id
    and r.deleted_at is null
  where l.cart_id = v_cart.id and h.cart_id = v_cart.id and h.ended_as = 'confirmed'
    and h.confirmed_line_id <> h.line_item_id)`

/**
 * truestock_hold_cart: `{ cart_id, ttl_seconds, most_seconds, most_lines, most_per_key, publishable_key, token }`.
 * What the cart's lines need of managed stock is held for it, all of it or nothing: each inventory item of each line at
 * one location of the cart's channel. What is held already lasts longer (never beyond most_seconds after its first
 * moment); what the cart no longer needs is released. Answers `{ cart_id, expires_at, now, lines: [{ line_item_id,
 * variant_id, quantity }] }`.
 *
 * The token is what the holds are known by later: core copies a line's metadata to the order's line, and the cart's to
 * the order. Written with the holds, in one transaction; an older token of live holds is kept.
 *
 * Locks: the cart (an advisory lock of this transaction: two requests for one cart wait for each other), its row and
 * those of its lines, by id, as whoever changes one does before our triggers touch its hold; then every level that one
 * of its lines may be held at or is, in (item, location) order, then the cart's holds, by id.
 */
export function holdCartFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_hold_cart(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_cart record;
       v_now timestamptz;
       v_token text;
       v_items text[]; v_locations text[]; v_none numeric[];
       v_count integer;
       v_mode text := ${guardMode(s)};
       need record;
       v_location text;
     begin
       perform pg_advisory_xact_lock(hashtextextended('truestock.cart ' || (input ->> 'cart_id'), 0));
       select * into v_cart from ${s}.cart where id = input ->> 'cart_id' and deleted_at is null
         for no key update;
       if not found then
         perform ${s}.truestock_complain('cart_not_found', format('There is no cart %s.', input ->> 'cart_id'));
       end if;
       if v_cart.completed_at is not null then
         perform ${s}.truestock_complain('cart_completed', format('Cart %s is an order already.', v_cart.id));
       end if;
       perform 1 from ${s}.cart_line_item where cart_id = v_cart.id and deleted_at is null order by id for no key update;
       select count(*) into v_count from ${s}.truestock_cart_needs(v_cart.id);
       if v_count > (input ->> 'most_lines')::integer then
         perform ${s}.truestock_complain('too_many_holds', format('Cart %s needs %s holds; one cart may have %s.',
           v_cart.id, v_count, input ->> 'most_lines'));
       end if;

       select array_agg(item), array_agg(location), array_agg(0) into v_items, v_locations, v_none from (
         select l.inventory_item_id as item, l.location_id as location
         from ${s}.truestock_cart_needs(v_cart.id) n
         join ${s}.inventory_level l on l.inventory_item_id = n.inventory_item_id and l.deleted_at is null
         join ${s}.sales_channel_stock_location c on c.stock_location_id = l.location_id
           and c.sales_channel_id = v_cart.sales_channel_id and c.deleted_at is null
         union
         select h.inventory_item_id, h.location_id from ${s}.inventory_hold h
         where h.cart_id = v_cart.id and h.ended_at is null
         order by 1, 2
       ) levels;
       if v_items is not null then perform ${s}.truestock_lock_levels(v_items, v_locations, v_none); end if;
       if ${isBecomingAnOrder(s)} then
         perform ${s}.truestock_complain('cart_completed', format('Cart %s is becoming an order.', v_cart.id));
       end if;
       perform 1 from ${s}.inventory_hold where cart_id = v_cart.id and ended_at is null order by id for update;
       v_now := ${s}.truestock_now();
       select token into v_token from ${s}.inventory_hold
         where cart_id = v_cart.id and ended_at is null and expires_at > v_now and token is not null limit 1;
       v_token := coalesce(v_token, input ->> 'token');

       update ${s}.inventory_hold h set ended_at = least(v_now, h.expires_at), updated_at = now(),
         ended_as = case when h.expires_at <= v_now then 'expired' else 'released' end
       where h.cart_id = v_cart.id and h.ended_at is null and (h.expires_at <= v_now or not exists (
         select from ${s}.truestock_cart_needs(v_cart.id) n
         where n.line_item_id = h.line_item_id and n.inventory_item_id = h.inventory_item_id and n.units = h.quantity));
       update ${s}.inventory_hold h set updated_at = now(), expires_at = greatest(h.expires_at,
         least(v_now + make_interval(secs => (input ->> 'ttl_seconds')::float8), h.latest_expires_at))
       where h.cart_id = v_cart.id and h.ended_at is null;

       select count(*) into v_count from ${s}.inventory_hold h
         where h.created_by = input ->> 'publishable_key' and h.cart_id is not null and h.ended_at is null
           and h.expires_at > v_now;
       for need in
         select n.* from ${s}.truestock_cart_needs(v_cart.id) n
         where not exists (select from ${s}.inventory_hold h where h.cart_id = v_cart.id and h.ended_at is null
           and h.line_item_id = n.line_item_id and h.inventory_item_id = n.inventory_item_id)
         order by n.inventory_item_id, n.line_item_id
       loop
         v_count := v_count + 1;
         if v_count > (input ->> 'most_per_key')::integer then
           perform ${s}.truestock_complain('too_many_holds',
             format('The carts of this publishable key hold %s lines together, which is as many as they may.', v_count - 1));
         end if;
         select l.location_id into v_location
         from unnest(v_items, v_locations) with ordinality as k(item, location, n)
         join ${s}.inventory_level l on l.inventory_item_id = k.item
           and l.location_id is not distinct from k.location and l.deleted_at is null
         join ${s}.level_guard g on g.level_id = l.id
         join ${s}.sales_channel_stock_location c on c.stock_location_id = k.location
           and c.sales_channel_id = v_cart.sales_channel_id and c.deleted_at is null
         where k.item = need.inventory_item_id and not exists (
           select from ${s}.inventory_location i where i.location_id = k.location and not i.is_active and i.deleted_at is null)
         order by need.units <= l.stocked_quantity - l.reserved_quantity + g.drift - (
             select coalesce(sum(h.quantity), 0) from ${s}.inventory_hold h where h.inventory_item_id = k.item
               and h.location_id = k.location and h.ended_at is null and h.expires_at > v_now) desc, k.n
         limit 1;
         if v_location is null then
           perform ${s}.truestock_refuse('insufficient_inventory', 'enforce', need.inventory_item_id, null, need.units, 0);
         end if;
         if v_mode <> 'off' then
           perform ${s}.truestock_judge(array[need.inventory_item_id], array[v_location], array[need.units],
             array[case when need.allow_backorder then 0 else need.units end],
             array[case when need.allow_backorder then need.units else 0 end], null, null, v_mode);
         end if;
         insert into ${s}.inventory_hold (id, inventory_item_id, location_id, quantity, raw_quantity, allow_backorder,
           cart_id, line_item_id, token, created_by, expires_at, latest_expires_at, created_at)
         values ('resitem_' || replace(gen_random_uuid()::text, '-', ''), need.inventory_item_id, v_location, need.units,
           ${rawOf("need.units")}, need.allow_backorder, v_cart.id, need.line_item_id, v_token, input ->> 'publishable_key',
           v_now + make_interval(secs => (input ->> 'ttl_seconds')::float8),
           v_now + make_interval(secs => (input ->> 'most_seconds')::float8), v_now);
       end loop;

       update ${s}.cart_line_item l
       set metadata = coalesce(l.metadata, '{}') || jsonb_build_object('truestock_hold', v_token)
       where l.cart_id = v_cart.id and l.deleted_at is null and l.metadata ->> 'truestock_hold' is distinct from v_token
         and exists (select from ${s}.inventory_hold h where h.line_item_id = l.id and h.cart_id = v_cart.id
           and h.ended_at is null);
       update ${s}.cart c set metadata = coalesce(c.metadata, '{}') || jsonb_build_object('truestock_hold', v_token)
       where c.id = v_cart.id and c.metadata ->> 'truestock_hold' is distinct from v_token
         and exists (select from ${s}.inventory_hold h where h.cart_id = v_cart.id and h.ended_at is null);
       return ${s}.truestock_cart_hold(v_cart.id);
     end`
  )
}

/** truestock_cart_needs: what each line of a cart needs of managed stock, in units of the inventory item. */
export function cartNeedsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_cart_needs(cart text)`,
    "table (line_item_id text, inventory_item_id text, units numeric, allow_backorder boolean)",
    BY_INDEX,
    `#variable_conflict use_column
     begin
       return query
         select l.id, i.inventory_item_id::text, (l.quantity * i.required_quantity)::numeric, coalesce(v.allow_backorder, false)
         from ${s}.cart_line_item l
         join ${s}.product_variant v on v.id = l.variant_id and v.deleted_at is null and v.manage_inventory
         join ${s}.product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null
         where l.cart_id = cart and l.deleted_at is null and l.quantity * i.required_quantity > 0;
     end`
  )
}

/**
 * truestock_cart_hold: what a cart holds now, null = nothing: `{ cart_id, expires_at (of the first to expire), now,
 * lines: [{ line_item_id, variant_id, quantity (of the variant), expires_at }] }`. Locks nothing.
 */
export function cartHoldFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_cart_hold(cart text)`,
    "jsonb",
    BY_INDEX,
    `declare v_now timestamptz := ${s}.truestock_now();
     begin
       return (
         select case when count(*) > 0 then jsonb_build_object('cart_id', cart, 'now', v_now, 'expires_at', min(expires_at),
           'lines', jsonb_agg(jsonb_build_object('line_item_id', line_item_id, 'variant_id', variant_id,
             'quantity', quantity, 'expires_at', expires_at) order by line_item_id)) end
         from (
           select h.line_item_id, l.variant_id, min(h.expires_at) as expires_at,
             min(h.quantity / nullif(i.required_quantity, 0)) as quantity
           from ${s}.inventory_hold h
           join ${s}.cart_line_item l on l.id = h.line_item_id
           left join ${s}.product_variant_inventory_item i on i.variant_id = l.variant_id
             and i.inventory_item_id = h.inventory_item_id and i.deleted_at is null
           where h.cart_id = cart and h.ended_at is null and h.expires_at > v_now
           group by h.line_item_id, l.variant_id
         ) held
       );
     end`
  )
}
