import { type Connection, query } from "../../../database/connection"
import type { SupplyFields } from "../facts"
import { isoTime, leadTimeDays } from "./as-json"

/** What the supplier of a variant says, as it is told. Times are ISO strings. */
export type Supply = SupplyFields & {
  variant_id: string
  /** Who says it. */
  source: string
  /** Whose quantity `as_of` is about. */
  inventory_item_id: string | null
  location_id: string | null
  /** When the source last spoke of that quantity. */
  as_of: string | null
  /** How long it is current after that, and believed after that again; null = as the plugin's options say. */
  limit_seconds: number | null
  grace_seconds: number | null
  updated_at: string
}

/** What suppliers say of the variants of a product: `told` is one, `place` where it stands. */
export const suppliesOf = (productId: string) => `
  select row(pv.variant_rank, s.variant_id) as place,
    json_build_object(
      'variant_id', s.variant_id, 'source', s.source, 'inventory_item_id', s.inventory_item_id,
      'location_id', s.location_id, 'as_of', ${isoTime("s.as_of")}, 'limit_seconds', s.limit_seconds,
      'grace_seconds', s.grace_seconds, 'lead_time_days', ${leadTimeDays("s")},
      'release_date', ${isoTime("s.release_date")}, 'strict_on_sale_date', ${isoTime("s.strict_on_sale_date")},
      'allow_preorder', s.allow_preorder, 'discontinued', s.discontinued, 'not_for_sale', s.not_for_sale,
      'updated_at', ${isoTime("s.updated_at")}) as told
  from product_variant pv
  join availability_supply s on s.variant_id = pv.id
  where pv.product_id = ${productId} and pv.deleted_at is null`

/** What suppliers say of a product's variants. Takes no locks. */
export async function listSupplies(connection: Connection, productId: string): Promise<Supply[]> {
  const rows = await query<{ told: Supply }>(
    connection,
    `select told from (${suppliesOf(":product_id")}) supply order by place`,
    { product_id: productId }
  )
  return rows.map((row) => row.told)
}
