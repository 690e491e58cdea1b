import { type Connection, query } from "../../../database/connection"
import type { PolicyFacts } from "../facts"
import { isoTime, leadTimeDays } from "./as-json"

/** A policy as it is told. */
export type Policy = PolicyFacts & { id: string; product_id: string; created_at: string; updated_at: string }

/** The policies of a product, the most general first: `told` is one, `place` where it stands. */
export const policiesOf = (productId: string) => `
  select row(o.variant_id is not null, o.location_id is not null, o.variant_id, o.location_id) as place,
    json_build_object(
      'id', o.id, 'product_id', o.product_id, 'variant_id', o.variant_id, 'location_id', o.location_id,
      'low_stock_threshold', o.low_stock_threshold, 'safety_stock', o.safety_stock,
      'backorder_limit', o.backorder_limit, 'lead_time_days', ${leadTimeDays("o")},
      'release_date', ${isoTime("o.release_date")}, 'strict_on_sale_date', ${isoTime("o.strict_on_sale_date")},
      'allow_preorder', o.allow_preorder, 'discontinued', o.discontinued, 'not_for_sale', o.not_for_sale,
      'created_at', ${isoTime("o.created_at")}, 'updated_at', ${isoTime("o.updated_at")}) as told
  from availability_policy o
  where o.product_id = ${productId} and o.deleted_at is null`

/** What a shop has decided about a product, its variants, and them at locations. Takes no locks. */
export async function listPolicies(connection: Connection, productId: string): Promise<Policy[]> {
  const rows = await query<{ told: Policy }>(
    connection,
    `select told from (${policiesOf(":product_id")}) policy order by place`,
    { product_id: productId }
  )
  return rows.map((row) => row.told)
}
