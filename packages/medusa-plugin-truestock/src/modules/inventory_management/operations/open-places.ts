import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_open_places: order lines `[{ inventory_item_id, location_id, quantity, line_item_id, allow_backorder }]` for
 * which Medusa took the first location of their channel. Those at an inactive one go to its backups, by priority and id,
 * then to the active locations of the order's sales channel, in the same order: to the first that covers the line
 * (truestock_place_lines, which locks all of these levels in (item, location) order). Where none does they stay, and the
 * guard refuses them. Answers the lines.
 */
export function openPlacesFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_open_places(lines jsonb)`,
    "jsonb",
    BY_INDEX,
    `begin
       return ${s}.truestock_place_lines((
         select jsonb_agg(case when open.places is null then k.line
           else k.line || jsonb_build_object('places', open.places) end order by k.n)
         from jsonb_array_elements(lines) with ordinality as k(line, n)
         cross join lateral (
           select jsonb_agg(place.id order by place.rank, place.priority, place.id) as places
           from (
             select p.id, min(p.rank) as rank, min(coalesce(i.priority, 0)) as priority
             from (
               select b.location_id as id, 0 as rank from ${s}.inventory_location b
               where b.backup_for = k.line ->> 'location_id' and b.deleted_at is null
               union all
               select c.stock_location_id, 1 from ${s}.order_item o
               join ${s}."order" w on w.id = o.order_id
               join ${s}.sales_channel_stock_location c on c.sales_channel_id = w.sales_channel_id and c.deleted_at is null
               where o.item_id = k.line ->> 'line_item_id' and o.deleted_at is null
             ) p
             left join ${s}.inventory_location i on i.location_id = p.id and i.deleted_at is null
             where coalesce(i.is_active, true)
             group by p.id
           ) place
           where exists (select from ${s}.inventory_location i
             where i.location_id = k.line ->> 'location_id' and not i.is_active and i.deleted_at is null)
         ) open
       ));
     exception when undefined_table or undefined_column then
       return lines;
     end`
  )
}
