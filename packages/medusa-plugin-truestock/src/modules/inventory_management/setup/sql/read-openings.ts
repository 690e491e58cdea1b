import { type Connection, query } from "../../../../database/connection"

/** A level that is to be opened: of a variant that has one item of its own by now. */
export type Opening = { variant_id: string; location_id: string; stocked_quantity: number }

export type OpenedLevel = { inventory_item_id: string; location_id: string; stocked_quantity: number }

/** The openings as levels of the variants' items, in the order of (item, location), less those that exist. Locks nothing. */
export async function readOpenings(connection: Connection, openings: Opening[]): Promise<OpenedLevel[]> {
  return query<OpenedLevel>(
    connection,
    `select i.id as inventory_item_id, o.location_id, cast(o.stocked_quantity as float) as stocked_quantity
     from json_to_recordset(cast(:openings as json))
       as o(variant_id text, location_id text, stocked_quantity numeric)
     join product_variant_inventory_item l on l.variant_id = o.variant_id and l.deleted_at is null
     join inventory_item i on i.id = l.inventory_item_id and i.deleted_at is null
     where not exists (
       select from inventory_level n
       where n.inventory_item_id = i.id and n.location_id = o.location_id and n.deleted_at is null)
     order by i.id, o.location_id`,
    { openings: JSON.stringify(openings) }
  )
}
