import { type Connection, query } from "../../../database/connection"
import type { Change } from "./claim-changes"

/** The products that a batch of narrow changes (product, variant, item, price_set) is about. */
export async function resolveProducts(connection: Connection, changes: Change[]): Promise<string[]> {
  const of = (kind: Change["kind"]) =>
    changes.filter((c) => c.kind === kind).flatMap((c) => (c.ref_id === null ? [] : [c.ref_id]))
  const rows = await query<{ product_id: string }>(
    connection,
    `select p as product_id from unnest(cast(:products as text[])) p
     union
     select v.product_id from product_variant v where v.id = any(cast(:variants as text[]))
     union
     select v.product_id
     from product_variant_inventory_item i join product_variant v on v.id = i.variant_id
     where i.inventory_item_id = any(cast(:items as text[])) and i.deleted_at is null
     union
     select v.product_id
     from product_variant_price_set s join product_variant v on v.id = s.variant_id
     where s.price_set_id = any(cast(:price_sets as text[])) and s.deleted_at is null`,
    { products: of("product"), variants: of("variant"), items: of("item"), price_sets: of("price_set") }
  )
  return rows.flatMap((row) => row.product_id ?? [])
}
