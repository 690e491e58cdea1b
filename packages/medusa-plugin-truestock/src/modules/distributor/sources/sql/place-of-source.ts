import { type Connection, query } from "../../../../database/connection"

export type PlaceOfSource = { location_id: string | null; is_there: boolean; is_linked: boolean }

/**
 * Whether a source's stock location is there, and its sales channel sells from it: the one of that id or name, where there
 * is none the store's default one; where there is neither, nothing is to be linked.
 */
export async function placeOfSource(
  connection: Connection,
  { source_id, sales_channel }: { source_id: string; sales_channel: string }
): Promise<PlaceOfSource | null> {
  const [place] = await query<PlaceOfSource>(
    connection,
    `with named as (
       select id from sales_channel where deleted_at is null and :sales_channel in (id, name)
     ), wanted as (
       select id from named
       union all
       select c.id from (select default_sales_channel_id as id from store where deleted_at is null
         order by created_at, store.id limit 1) s
       join sales_channel c on c.id = s.id and c.deleted_at is null where not exists (select from named)
     )
     select s.location_id, l.id is not null as is_there,
       not exists (select from wanted) or exists (select from sales_channel_stock_location k join wanted
         on wanted.id = k.sales_channel_id where k.stock_location_id = s.location_id and k.deleted_at is null) as is_linked
     from distributor_source s left join stock_location l on l.id = s.location_id and l.deleted_at is null
     where s.id = :source_id`,
    { source_id, sales_channel }
  )
  return place ?? null
}
