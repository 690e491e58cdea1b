import { type Connection, query } from "../../../../database/connection"
import type { SaleTerms } from "../title"

/** What a title's product, variant and level ought to be. */
export type Wanted = {
  ean13: string
  product_id: string
  variant_id: string
  inventory_item_id: string | null
  terms: SaleTerms
  as_of: string | null
}

/**
 * The titles among those named that stand for a variant of the shop; locks them, in EAN order. What the merchant has
 * deleted since is nobody's to stock.
 */
export async function readWanted(
  connection: Connection,
  source_id: string,
  eans: string[]
): Promise<Wanted[]> {
  return query<Wanted>(
    connection,
    `select t.ean13, t.product_id, t.variant_id, i.id as inventory_item_id, t.terms, to_json(g.as_of) #>> '{}' as as_of
     from distributor_title t left join distributor_sighting g using (source_id, ean13)
     join product_variant v on v.id = t.variant_id and v.deleted_at is null
     left join inventory_item i on i.id = t.inventory_item_id and i.deleted_at is null
     where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[]))
       and t.sync_status = 'imported'
     order by t.ean13 for update of t`,
    { source_id, eans }
  )
}
