import { type Connection, query } from "../../../database/connection"
import { rollUp } from "../rules/best-of"
import type { AvailabilityStatus } from "../status"

/** What a shopper is told: the same for a product and a variant. */
export type ShownAvailability = {
  status: AvailabilityStatus
  /** A cart could reserve one now, and the status permits it. */
  purchasable: boolean
  /** What one order can get from stock; null = no limit (inventory is not managed). */
  quantity: number | null
  /** When a preorder is released; null where no date is known. */
  available_on: string | null
}

export type ShownByProduct = {
  products: Map<string, ShownAvailability>
  variants: Map<string, ShownAvailability>
}

type Row = ShownAvailability & { id: string }

/** The availability of some products and all their variants: of several channels the best one. */
export async function readShown(
  connection: Connection,
  productIds: string[],
  salesChannelIds: string[]
): Promise<ShownByProduct> {
  const read = (table: string, id: string) =>
    query<Row>(
      connection,
      `select ${id} as id, status, purchasable, quantity, available_on
       from ${table}
       where product_id = any(cast(:product_ids as text[])) and sales_channel_id = any(cast(:sales_channel_ids as text[]))`,
      { product_ids: productIds, sales_channel_ids: salesChannelIds }
    )
  const [products, variants] = await Promise.all([
    read("availability_channel", "product_id"),
    read("availability_variant", "variant_id"),
  ])
  return { products: bestById(products), variants: bestById(variants) }
}

function bestById(rows: Row[]): Map<string, ShownAvailability> {
  const byId = new Map<string, ShownAvailability[]>()
  for (const { id, ...shown } of rows) {
    byId.set(id, [...(byId.get(id) ?? []), shown])
  }
  return new Map([...byId].map(([id, ofChannels]) => [id, rollUp(ofChannels)!]))
}
