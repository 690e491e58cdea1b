import { type Connection, query } from "../../../database/connection"

/** Whether the variant belongs to the product and neither is deleted. */
export async function isVariantOf(
  connection: Connection,
  variantId: string,
  productId: string
): Promise<boolean> {
  const rows = await query(
    connection,
    "select 1 from product_variant where id = :variant_id and product_id = :product_id and deleted_at is null",
    { variant_id: variantId, product_id: productId }
  )
  return rows.length > 0
}
