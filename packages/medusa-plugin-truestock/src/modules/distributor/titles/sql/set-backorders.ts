import { type Connection, query } from "../../../../database/connection"

/**
 * Lets carts take what the label invites: variants whose title takes backorders allow them. Taken back only where it was
 * this source that allowed it. Touches what differs, variants in id order.
 */
export async function setBackorders(
  connection: Connection,
  source_id: string,
  eans: string[]
): Promise<void> {
  await query(
    connection,
    `with wanted as materialized (
       select t.ean13, v.id, coalesce((t.terms ->> 'takes_backorder')::boolean, false) as takes_backorder
       from distributor_title t join product_variant v on v.id = t.variant_id and v.deleted_at is null
       where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[])) and t.sync_status = 'imported'
         and v.allow_backorder is distinct from coalesce((t.terms ->> 'takes_backorder')::boolean, false)
         and (t.has_set_backorder or coalesce((t.terms ->> 'takes_backorder')::boolean, false))
       order by v.id for update of v
     ), allowed as (
       update product_variant v set allow_backorder = w.takes_backorder, updated_at = now()
       from wanted w where v.id = w.id
     )
     update distributor_title t set has_set_backorder = w.takes_backorder
     from wanted w where t.source_id = :source_id and t.ean13 = w.ean13`,
    { source_id, eans }
  )
}
