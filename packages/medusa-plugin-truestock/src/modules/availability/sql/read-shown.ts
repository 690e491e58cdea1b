import { type Connection, query } from "../../../database/connection"
import { type ShownAvailability, shownById, type ShownRow, type ShowOptions } from "../shown"

export type ShownByProduct = {
  products: Map<string, ShownAvailability>
  variants: Map<string, ShownAvailability>
}

/**
 * The availability of some products and all their variants: of several channels the best one. A channel that a product
 * has left says nothing of it any more, whether the read model knows yet or not.
 */
export async function readShown(
  connection: Connection,
  productIds: string[],
  salesChannelIds: string[],
  options: ShowOptions
): Promise<ShownByProduct> {
  const read = (table: string, id: string) =>
    query<ShownRow>(
      connection,
      `select ${id} as id, status, purchasable, quantity, available_on, lead_time_min_days, lead_time_max_days, eta, note
       from ${table} a
       where product_id = any(cast(:product_ids as text[])) and sales_channel_id = any(cast(:sales_channel_ids as text[]))
         and exists (
           select 1 from product_sales_channel l
           where l.product_id = a.product_id and l.sales_channel_id = a.sales_channel_id and l.deleted_at is null)
       order by sales_channel_id`,
      { product_ids: productIds, sales_channel_ids: salesChannelIds }
    )
  const [products, variants] = await Promise.all([
    read("availability_channel", "product_id"),
    read("availability_variant", "variant_id"),
  ])
  return { products: shownById(products, options), variants: shownById(variants, options) }
}
