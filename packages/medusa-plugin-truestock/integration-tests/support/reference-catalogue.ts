import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  readFromTable,
  readTogether,
  type Situation,
  type Told,
} from "../../src/modules/availability/rules/__tests__/reference-table"
import { OPTIONS } from "./plugin-options"

/*
 * The catalogue as Medusa's own tables have it, read row by row with plain queries and judged by the reference of
 * the rules. It looks at nothing that the plugin derives.
 */

export type ListedProduct = {
  id: string
  title: string
  subtitle: string | null
  handle: string
  thumbnail: string | null
  /** Texts with microseconds: they sort as the moments do. */
  created_at: string
  updated_at: string
  is_published: boolean
  collection_id: string | null
  type_id: string | null
  tag_ids: string[]
  brand: { id: string; name: string } | null
  /** SKU, EAN, UPC and barcode of every variant. */
  codes: string[]
  /** The categories whose listing shows it. */
  category_ids: string[]
  /** Lowest base price per currency. */
  prices: Record<string, number>
  /** Per channel of the product: itself and its variants. */
  channels: Record<string, { product: Told; variants: Record<string, Told> }>
  /** Per channel, variant with a level there, and location: the variant judged at that location alone. */
  locations: { sales_channel_id: string; variant_id: string; location_id: string; told: Told }[]
}

export type Shelves = {
  products: ListedProduct[]
  /** Per channel the stock locations it sells from, inactive ones included. */
  sold_from: Record<string, string[]>
}

/** Everything that is not deleted, with what every channel and location is told of it. */
export async function readCatalogue(connection: Knex): Promise<Shelves> {
  const micros = (column: string) =>
    connection.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as ${column}_text`)
  const products = await connection("product")
    .whereNull("deleted_at")
    .select("*", micros("created_at"), micros("updated_at"))
  const now = new Date()
  const sold_from = await soldFrom(connection)
  const listed: ListedProduct[] = []
  for (const product of products) {
    listed.push({
      ...product,
      created_at: product.created_at_text,
      updated_at: product.updated_at_text,
      is_published: product.status === "published",
      tag_ids: (await connection("product_tags").where({ product_id: product.id })).map(
        (t) => t.product_tag_id
      ),
      brand: await brandOf(connection, product.id),
      category_ids: await categoriesOf(connection, product.id),
      ...(await variantsOf(connection, product.id, sold_from, now)),
    })
  }
  return { products: listed, sold_from }
}

async function soldFrom(connection: Knex): Promise<Shelves["sold_from"]> {
  const links = await connection("sales_channel_stock_location as l")
    .join("stock_location as s", "s.id", "l.stock_location_id")
    .whereNull("l.deleted_at")
    .whereNull("s.deleted_at")
    .select("l.*")
  const locations: Shelves["sold_from"] = {}
  for (const { sales_channel_id, stock_location_id } of links) {
    locations[sales_channel_id] = [...(locations[sales_channel_id] ?? []), stock_location_id]
  }
  return locations
}

async function brandOf(connection: Knex, product_id: string): Promise<ListedProduct["brand"]> {
  const link = await connection("product_product_brand_brand")
    .where({ product_id })
    .whereNull("deleted_at")
    .first()
  const brand = link && (await connection("brand").where({ id: link.brand_id }).first())
  return brand ? { id: brand.id, name: brand.name } : null
}

/** Its active public categories and their active public ancestors. */
async function categoriesOf(connection: Knex, product_id: string): Promise<string[]> {
  const links = await connection("product_category_product").where({ product_id })
  const shown = new Set<string>()
  for (const link of links) {
    let id: string | null = link.product_category_id
    for (let isOwn = true; id !== null; isOwn = false) {
      const category: any = await connection("product_category").where({ id }).first()
      const isPublic = category.deleted_at === null && category.is_active && !category.is_internal
      if (isOwn && !isPublic) break
      if (isPublic) shown.add(category.id)
      id = category.parent_category_id
    }
  }
  return [...shown]
}

/** What its variants decide: codes, prices, and what is told in every channel and at every location. */
async function variantsOf(connection: Knex, product_id: string, sold_from: Shelves["sold_from"], now: Date) {
  const rows = await connection("product_variant").where({ product_id }).whereNull("deleted_at").orderBy("id")
  const variants: NonNullable<Situation["variant"]>[] = []
  for (const row of rows) variants.push(await withParts(connection, row))
  const inactive = (await connection("inventory_location").where({ is_active: false })).map(
    (l) => l.location_id
  )
  const shared = { ...(await decisionsOn(connection, product_id)), now, options: OPTIONS }

  const channels: ListedProduct["channels"] = {}
  const links = await connection("product_sales_channel").where({ product_id }).whereNull("deleted_at")
  for (const { sales_channel_id } of links) {
    const location_ids = (sold_from[sales_channel_id] ?? []).filter((id) => !inactive.includes(id))
    const ask = { ...shared, sales_channel_id, location_ids }
    const told = variants.map((variant) => [variant.id, readFromTable({ ...ask, variant })] as const)
    channels[sales_channel_id] = {
      product: readTogether(told.map(([, t]) => t)) ?? readFromTable({ ...ask, variant: null }),
      variants: Object.fromEntries(told),
    }
  }
  const locations = variants.flatMap((variant) => {
    const levels = variant.parts.flatMap((part) => part.levels.map((level) => level.location_id))
    return [...new Set(levels)].sort().flatMap((location_id) => {
      const location_ids = inactive.includes(location_id) ? [] : [location_id]
      return links.map(({ sales_channel_id }) => ({
        variant_id: variant.id,
        location_id,
        sales_channel_id: sales_channel_id as string,
        told: readFromTable({ ...shared, variant, sales_channel_id, location_id, location_ids }),
      }))
    })
  })
  const codes = rows.flatMap((v) => [v.sku, v.ean, v.upc, v.barcode]).filter((code) => code !== null)
  return {
    codes,
    prices: await pricesOf(
      connection,
      rows.map((v) => v.id)
    ),
    channels,
    locations,
  }
}

async function decisionsOn(connection: Knex, product_id: string) {
  const policies = (await connection("availability_policy").where({ product_id })).map((row) => ({
    ...row,
    lead_time_days:
      row.lead_time_min_days === null ? null : { min: row.lead_time_min_days, max: row.lead_time_max_days },
    release_date: row.release_date?.toISOString() ?? null,
    strict_on_sale_date: row.strict_on_sale_date?.toISOString() ?? null,
  }))
  const overrides = (await connection("availability_override").where({ product_id })).map((row) => ({
    ...row,
    expires_at: row.expires_at?.toISOString() ?? null,
  }))
  return { policies, overrides }
}

/** The lowest price that is for everybody, for one unit, and not on a price list. */
async function pricesOf(connection: Knex, variantIds: string[]): Promise<Record<string, number>> {
  const lowest: Record<string, number> = {}
  const sets = await connection("product_variant_price_set")
    .whereIn("variant_id", variantIds)
    .whereNull("deleted_at")
  for (const { price_set_id } of sets) {
    for (const price of await connection("price").where({ price_set_id }).whereNull("deleted_at")) {
      const rules = await connection("price_rule").where({ price_id: price.id }).whereNull("deleted_at")
      const isForMany = price.min_quantity !== null && Number(price.min_quantity) > 1
      if (price.price_list_id !== null || rules.length > 0 || isForMany) continue
      const amount = Number(price.amount)
      lowest[price.currency_code] = Math.min(amount, lowest[price.currency_code] ?? Infinity)
    }
  }
  return lowest
}

async function withParts(connection: Knex, variant: any): Promise<NonNullable<Situation["variant"]>> {
  const links = await connection("product_variant_inventory_item")
    .where({ variant_id: variant.id })
    .whereNull("deleted_at")
  const parts = []
  for (const { inventory_item_id, required_quantity } of links) {
    const levels = await connection("inventory_level").where({ inventory_item_id }).whereNull("deleted_at")
    const deliveries = await connection("incoming_stock").where({ inventory_item_id, status: "expected" })
    parts.push({
      inventory_item_id,
      required: required_quantity,
      levels: levels.map((level) => ({
        location_id: level.location_id,
        available: Number(level.stocked_quantity) - Number(level.reserved_quantity),
        incoming: Number(level.incoming_quantity),
        as_of: level.metadata?.as_of ?? null,
        deliveries: deliveries
          .filter((delivery) => delivery.location_id === level.location_id && delivery.expected_at)
          .map((delivery) => ({
            units: Number(delivery.quantity) - Number(delivery.received_quantity),
            expected_at: delivery.expected_at.toISOString(),
          })),
      })),
    })
  }
  const { id, manage_inventory, allow_backorder } = variant
  return { id, manage_inventory, allow_backorder, parts }
}
