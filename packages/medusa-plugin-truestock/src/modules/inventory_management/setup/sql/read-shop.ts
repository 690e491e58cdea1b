import { type Connection, query } from "../../../../database/connection"
import type { KnownShop } from "../setup"

/** The stock locations with their profiles, the sales channels, and the store. Locks nothing. */
export async function readShop(connection: Connection): Promise<KnownShop> {
  const [shop] = await query<KnownShop>(
    connection,
    `select
       coalesce((
         select json_agg(json_build_object('location_id', s.id, 'name', s.name, 'code', p.code, 'kind', p.kind,
           'sales_channel_ids', array(
             select c.sales_channel_id from sales_channel_stock_location c
             where c.stock_location_id = s.id and c.deleted_at is null)) order by s.created_at, s.id)
         from stock_location s
         left join inventory_location p on p.location_id = s.id and p.deleted_at is null
         where s.deleted_at is null), '[]') as locations,
       coalesce((
         select json_agg(json_build_object('id', id, 'name', name) order by created_at, id)
         from sales_channel where deleted_at is null), '[]') as sales_channels,
       (select json_build_object('id', id, 'default_location_id', default_location_id,
           'default_sales_channel_id', default_sales_channel_id)
         from store where deleted_at is null order by created_at, id limit 1) as store`
  )
  return shop!
}
