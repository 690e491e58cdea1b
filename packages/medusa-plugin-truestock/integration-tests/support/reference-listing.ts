import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  readFromTable,
  readTogether,
  type Situation,
  type Told,
} from "../../src/modules/availability/rules/__tests__/reference-table"
import { OPTIONS } from "./plugin-options"

/*
 * The listing a second time: Medusa's raw tables read product by product with plain queries, judged by the
 * reference of the rules, filtered, sorted and cut into pages in JavaScript. Slow and obvious.
 */

export type ListedProduct = {
  id: string
  title: string
  /** Text with microseconds: it sorts as the moment does. */
  created_at: string
  is_published: boolean
  collection_id: string | null
  /** The categories whose listing shows it. */
  category_ids: string[]
  /** Per channel of the product: itself and its variants. */
  channels: Record<string, { product: Told; variants: Record<string, Told> }>
}

export type Asked = {
  channels: string[]
  statuses: string[] | "any"
  category_ids?: string[]
  collection_ids?: string[]
  order: "created_at" | "-created_at" | "title" | "-title"
}

export type Listed = { id: string; told: Told; variants: Record<string, Told> }

/** Everything that is not deleted, with what every channel is told of it. */
export async function readCatalogue(connection: Knex): Promise<ListedProduct[]> {
  const products = await connection("product")
    .whereNull("deleted_at")
    .select(
      "*",
      connection.raw(`to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as created`)
    )
  const now = new Date()
  const listed: ListedProduct[] = []
  for (const product of products) {
    listed.push({
      id: product.id,
      title: product.title,
      created_at: product.created,
      is_published: product.status === "published",
      collection_id: product.collection_id,
      category_ids: await categoriesOf(connection, product.id),
      channels: await channelsOf(connection, product.id, now),
    })
  }
  return listed
}

/** What a listing shows of these channels, all pages in one. */
export function listSlowly(catalogue: ListedProduct[], asked: Asked): Listed[] {
  const by = asked.order.replace("-", "") as "created_at" | "title"
  const sign = asked.order.startsWith("-") ? -1 : 1
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

  return catalogue
    .filter((p) => p.is_published)
    .filter((p) => !asked.category_ids || p.category_ids.some((id) => asked.category_ids!.includes(id)))
    .filter((p) => !asked.collection_ids || asked.collection_ids.includes(p.collection_id ?? "none"))
    .sort((a, b) => sign * (compare(a[by], b[by]) || compare(a.id, b.id)))
    .flatMap((p) => {
      const seen = asked.channels.flatMap((id) => p.channels[id] ?? [])
      const told = readTogether(seen.map((channel) => channel.product))
      if (!told || (asked.statuses !== "any" && !asked.statuses.includes(told.status))) return []
      const variantIds = Object.keys(seen[0]!.variants)
      const variants = variantIds.map((id) => [
        id,
        readTogether(seen.map((channel) => channel.variants[id]!))!,
      ])
      return [{ id: p.id, told, variants: Object.fromEntries(variants) }]
    })
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

async function channelsOf(
  connection: Knex,
  product_id: string,
  now: Date
): Promise<ListedProduct["channels"]> {
  const variants = await variantsOf(connection, product_id)
  const policies = (await connection("availability_policy").where({ product_id })).map((row) => ({
    ...row,
    lead_time_days: null,
    release_date: row.release_date?.toISOString() ?? null,
    strict_on_sale_date: row.strict_on_sale_date?.toISOString() ?? null,
  }))
  const overrides = (await connection("availability_override").where({ product_id })).map((row) => ({
    ...row,
    expires_at: row.expires_at?.toISOString() ?? null,
  }))
  const links = await connection("product_sales_channel").where({ product_id }).whereNull("deleted_at")
  const channels: ListedProduct["channels"] = {}
  for (const { sales_channel_id } of links) {
    const locations = await connection("sales_channel_stock_location")
      .where({ sales_channel_id })
      .whereNull("deleted_at")
    const location_ids = locations.map((l) => l.stock_location_id as string)
    const ask = { sales_channel_id, location_ids, policies, overrides, now, options: OPTIONS }
    const told = variants.map((variant) => [variant.id, readFromTable({ ...ask, variant })] as const)
    channels[sales_channel_id] = {
      product: readTogether(told.map(([, t]) => t)) ?? readFromTable({ ...ask, variant: null }),
      variants: Object.fromEntries(told),
    }
  }
  return channels
}

async function variantsOf(
  connection: Knex,
  product_id: string
): Promise<NonNullable<Situation["variant"]>[]> {
  const rows = await connection("product_variant").where({ product_id }).whereNull("deleted_at")
  const variants = []
  for (const { id, manage_inventory, allow_backorder } of rows) {
    const links = await connection("product_variant_inventory_item")
      .where({ variant_id: id })
      .whereNull("deleted_at")
    const parts = []
    for (const { inventory_item_id, required_quantity } of links) {
      const levels = await connection("inventory_level").where({ inventory_item_id }).whereNull("deleted_at")
      parts.push({
        inventory_item_id,
        required: required_quantity,
        levels: levels.map((level) => ({
          location_id: level.location_id,
          available: Number(level.stocked_quantity) - Number(level.reserved_quantity),
          incoming: Number(level.incoming_quantity),
          as_of: level.metadata?.as_of ?? null,
        })),
      })
    }
    variants.push({ id, manage_inventory, allow_backorder, parts })
  }
  return variants
}
