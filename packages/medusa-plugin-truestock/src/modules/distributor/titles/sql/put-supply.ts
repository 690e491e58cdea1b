import { type Connection, query } from "../../../../database/connection"

export type SupplyLimits = { limit_seconds: number; grace_seconds: number }

/**
 * Tells the availability what the supplier says of the titles' variants: dates, lead time, whether it may be sold at all,
 * and of when its figures are. Of a title that nothing is said of any more, its last words stand until they are too old.
 */
export async function putSupply(
  connection: Connection,
  source_id: string,
  eans: string[],
  limits: SupplyLimits
): Promise<void> {
  await query(
    connection,
    `insert into availability_supply as s (variant_id, source, inventory_item_id, location_id, as_of, limit_seconds,
       grace_seconds, lead_time_min_days, lead_time_max_days, release_date, strict_on_sale_date, allow_preorder,
       discontinued, not_for_sale, updated_at)
     select t.variant_id, t.source_id, t.inventory_item_id, d.location_id, g.as_of, :limit_seconds, :grace_seconds,
       k.lead_min, k.lead_max, k.release_date, k.strict_on_sale_date, k.allow_preorder, k.discontinued, k.not_for_sale,
       truestock_now()
     from distributor_title t
     join distributor_source d on d.id = t.source_id
     left join distributor_sighting g using (source_id, ean13)
     cross join lateral (
       select (t.terms -> 'lead_time_days' ->> 'min')::integer as lead_min,
         (t.terms -> 'lead_time_days' ->> 'max')::integer as lead_max,
         (t.terms ->> 'release_date')::timestamptz as release_date,
         (t.terms ->> 'strict_on_sale_date')::timestamptz as strict_on_sale_date,
         (t.terms ->> 'allow_preorder')::boolean as allow_preorder,
         (t.terms ->> 'discontinued')::boolean as discontinued, t.terms ->> 'not_for_sale' as not_for_sale
     ) k
     where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[])) and t.variant_id is not null
       and t.sync_status = 'imported'
     order by t.variant_id
     on conflict (variant_id) do update set source = excluded.source, inventory_item_id = excluded.inventory_item_id,
       location_id = excluded.location_id, as_of = excluded.as_of, limit_seconds = excluded.limit_seconds,
       grace_seconds = excluded.grace_seconds, lead_time_min_days = excluded.lead_time_min_days,
       lead_time_max_days = excluded.lead_time_max_days, release_date = excluded.release_date,
       strict_on_sale_date = excluded.strict_on_sale_date, allow_preorder = excluded.allow_preorder,
       discontinued = excluded.discontinued, not_for_sale = excluded.not_for_sale, updated_at = excluded.updated_at`,
    { source_id, eans, ...limits }
  )
}
