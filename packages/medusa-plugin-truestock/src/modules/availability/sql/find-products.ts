import { type Connection, query } from "../../../database/connection"

/** Which of these products exist and are not deleted. */
export async function findProducts(connection: Connection, productIds: string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    connection,
    "select id from product where id = any(cast(:ids as text[])) and deleted_at is null",
    { ids: productIds }
  )
  return new Set(rows.map((row) => row.id))
}

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
