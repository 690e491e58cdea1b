import { type Connection, query } from "../../../database/connection"
import { ITEMS_OF_VARIANTS, productTitle } from "./items-of-variants"
import { CLOCK } from "./list-holds"

/** What is given must hold all at once. */
export type InventoryQuestion = {
  inventory_item_id?: string
  /** Items that this variant uses. */
  variant_id?: string
  /** Items with a level there; no other level is told of. */
  location_id?: string
  sku?: string
  /** A part of SKU, title or product title, in any case, or a whole barcode of a variant. */
  q?: string
  limit: number
  offset: number
}

/** Units. held = live holds; available = stocked - reserved - held. */
export type StockedLevel = {
  location_id: string
  stocked_quantity: number
  reserved_quantity: number
  held_quantity: number
  available_quantity: number
  incoming_quantity: number
}

export type StockedItem = {
  id: string
  sku: string | null
  /** The variant that was asked for, or the first that uses the item. */
  variant_id: string | null
  title: string | null
  /** Of the product that uses it, or the first of them. */
  product_title: string | null
  levels: StockedLevel[]
  total_available: number
  total_stocked: number
  total_reserved: number
  total_held: number
}

const CONDITIONS: Record<Exclude<keyof InventoryQuestion, "limit" | "offset">, string> = {
  inventory_item_id: "i.id = :inventory_item_id",
  variant_id: `i.id in (select inventory_item_id from product_variant_inventory_item
    where variant_id = :variant_id and deleted_at is null)`,
  location_id: `exists (select from inventory_level l
    where l.inventory_item_id = i.id and l.location_id = :location_id and l.deleted_at is null)`,
  sku: "i.sku = :sku",
  q: `(strpos(lower(i.sku), lower(:q)) > 0 or strpos(lower(i.title), lower(:q)) > 0
    or i.id in (${ITEMS_OF_VARIANTS}))`,
}

const VARIANT = `select k.variant_id from product_variant_inventory_item k
  join product_variant v on v.id = k.variant_id and v.deleted_at is null
  where k.inventory_item_id = i.id and k.deleted_at is null
  order by k.created_at, k.variant_id limit 1`

/** The levels of item `i`, beside CLOCK; no rows are an empty list and zeros. */
export const levelsOfItem = (isOneLocation: boolean) => `
  select coalesce(json_agg(json_build_object('location_id', l.location_id, 'stocked_quantity', l.stocked_quantity,
      'reserved_quantity', l.reserved_quantity, 'held_quantity', h.held,
      'available_quantity', l.stocked_quantity - l.reserved_quantity - h.held,
      'incoming_quantity', l.incoming_quantity) order by l.location_id), '[]') as levels,
    cast(coalesce(sum(l.stocked_quantity - l.reserved_quantity - h.held), 0) as float) as total_available,
    cast(coalesce(sum(l.stocked_quantity), 0) as float) as total_stocked,
    cast(coalesce(sum(l.reserved_quantity), 0) as float) as total_reserved,
    cast(coalesce(sum(h.held), 0) as float) as total_held
  from inventory_level l
  cross join lateral (
    select coalesce(sum(h.quantity), 0) as held from inventory_hold h
    where h.inventory_item_id = l.inventory_item_id and h.location_id = l.location_id
      and h.ended_at is null and h.expires_at > clock.now
  ) h
  where l.inventory_item_id = i.id and l.deleted_at is null ${isOneLocation ? "and l.location_id = :location_id" : ""}`

/**
 * Inventory items by SKU, and how many there are in all: one statement, so that levels, holds and count are of one
 * snapshot. Levels and holds are read for the page alone.
 */
export async function listInventory(
  connection: Connection,
  { limit, offset, ...filters }: InventoryQuestion
): Promise<{ inventory_items: StockedItem[]; count: number }> {
  const given = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter(
    (name) => filters[name] !== undefined
  )
  const matching = `from inventory_item i
    where ${["i.deleted_at is null", ...given.map((name) => CONDITIONS[name])].join(" and ")}`
  const { inventory_item_id = null, variant_id = null, location_id = null, sku = null, q = null } = filters
  const rows = await query<StockedItem & { count: number }>(
    connection,
    `select total.count, i.id, i.sku,
       ${variant_id === null ? `(${VARIANT})` : "cast(:variant_id as text)"} as variant_id, i.title,
       ${productTitle("i.id")} as product_title, l.*
     from (select cast(count(*) as integer) as count ${matching}) total
     cross join ${CLOCK}
     left join (select i.id, i.sku, i.title ${matching} order by i.sku, i.id limit :limit offset :offset) i on true
     cross join lateral (${levelsOfItem(location_id !== null)}) l
     order by i.sku, i.id`,
    { inventory_item_id, variant_id, location_id, sku, q, limit, offset }
  )
  const inventory_items = rows.flatMap(({ count: _, ...item }) => (item.id ? [item] : []))
  return { inventory_items, count: rows[0]?.count ?? 0 }
}
