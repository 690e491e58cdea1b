import { type Connection, query } from "../../../database/connection"
import type { Change } from "./claim-changes"

/**
 * Which products each wide kind of change touches. Everything by index, except `all`.
 * A category touches the products of its descendants too, since a listing by category includes them.
 */
const PRODUCTS_OF = {
  location: `select v.product_id
    from inventory_level l
    join product_variant_inventory_item i on i.inventory_item_id = l.inventory_item_id and i.deleted_at is null
    join product_variant v on v.id = i.variant_id
    where l.location_id = any(cast(:ids as text[])) and l.deleted_at is null
    union select product_id from availability_location where location_id = any(cast(:ids as text[]))`,
  channel: `select product_id from product_sales_channel where sales_channel_id = any(cast(:ids as text[])) and deleted_at is null
    union select product_id from availability_channel where sales_channel_id = any(cast(:ids as text[]))`,
  category: `select pcp.product_id
    from product_category touched
    join product_category c on c.mpath = touched.mpath or c.mpath like touched.mpath || '.%'
    join product_category_product pcp on pcp.product_category_id = c.id
    where touched.id = any(cast(:ids as text[]))
    union
    select e.product_id from listing_scope s join listing_entry e on not e.is_whole and e.scope_id = s.id
    where s.category_id = any(cast(:ids as text[]))`,
  brand: `select product_id from availability_channel where brand_id = any(cast(:ids as text[]))`,
  all: `select id as product_id from product union select product_id from availability`,
} as const

type WideKind = keyof typeof PRODUCTS_OF

export function isWide(change: Change): change is Change & { kind: WideKind } {
  return change.kind in PRODUCTS_OF
}

/**
 * Replaces changes that may mean half the catalogue by one change per product, in the transaction that claimed
 * them. The products are then refreshed batch by batch, with memory for one batch.
 */
export async function fanOutChanges(
  connection: Connection,
  changes: (Change & { kind: WideKind })[]
): Promise<void> {
  for (const kind of new Set(changes.map((change) => change.kind))) {
    const ids = changes.filter((c) => c.kind === kind).flatMap((c) => (c.ref_id === null ? [] : [c.ref_id]))
    await query(
      connection,
      `insert into availability_change (kind, ref_id)
       select 'product', product_id from (${PRODUCTS_OF[kind]}) p where product_id is not null`,
      { ids }
    )
  }
}
