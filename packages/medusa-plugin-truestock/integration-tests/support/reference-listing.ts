import { readTogether, type Told } from "../../src/modules/availability/rules/__tests__/reference-table"
import type { ListedProduct, Shelves } from "./reference-catalogue"

/*
 * The listing a second time: the whole catalogue filtered, sorted and counted in JavaScript, one product after the
 * other. Slow and obvious; it shares no code with the listing.
 */

export const SORTS = ["availability", "title", "created_at", "updated_at", "price"] as const
export type Order = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

export type Asked = {
  channels: string[]
  statuses: string[] | "any"
  purchasable?: boolean
  category_ids?: string[]
  collection_ids?: string[]
  tag_ids?: string[]
  type_ids?: string[]
  brand_ids?: string[]
  q?: string
  min_price?: number
  max_price?: number
  location_ids?: string[]
  /** What prices are in. */
  currency?: string
  order: Order
}

export type Listed = { id: string; told: Told; variants: Record<string, Told>; product: ListedProduct }
export type FacetValue = { value: string; count: number }

const BEST_FIRST = "in_stock low_stock preorder backorder incoming out_of_stock discontinued".split(" ")

/** What a listing shows, all pages in one. */
export function listSlowly(shelves: Shelves, asked: Asked): Listed[] {
  const listed = shelves.products.flatMap((product) => look(product, shelves, asked) ?? [])
  return listed.sort((a, b) => compareIn(asked, a, b))
}

/** Per status how many there would be if it alone were asked for. */
export function statusFacet(shelves: Shelves, asked: Asked): FacetValue[] {
  return BEST_FIRST.map((value) => ({
    value,
    count: listSlowly(shelves, { ...asked, statuses: [value] }).length,
  })).filter(({ count }) => count > 0)
}

/** Per category how many there would be if it alone were asked for; the fullest first. */
export function categoryFacet(shelves: Shelves, asked: Asked): FacetValue[] {
  const categories = new Set(shelves.products.flatMap((product) => product.category_ids))
  return [...categories]
    .map((value) => ({ value, count: listSlowly(shelves, { ...asked, category_ids: [value] }).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** What a card says beside the availability. */
export function cardOf({ product }: Listed, currency: string | undefined) {
  const { id, title, subtitle, handle, thumbnail, brand, prices } = product
  const amount = currency === undefined ? undefined : prices[currency]
  return {
    id,
    title,
    subtitle,
    handle,
    thumbnail,
    brand,
    price: amount === undefined ? null : { amount, currency_code: currency },
  }
}

function look(product: ListedProduct, shelves: Shelves, asked: Asked): Listed | null {
  const channels = asked.channels.filter((id) => product.channels[id]).sort()
  if (!product.is_published || channels.length === 0 || !isWanted(product, asked)) return null
  const seen = asked.location_ids
    ? atLocations(product, asked.location_ids, channels, shelves)
    : inChannels(product, channels)
  if (!seen) return null
  if (asked.statuses !== "any" && !asked.statuses.includes(seen.told.status)) return null
  if (asked.purchasable !== undefined && seen.told.purchasable !== asked.purchasable) return null
  return { id: product.id, product, ...seen }
}

function inChannels(product: ListedProduct, channels: string[]) {
  const seen = channels.map((id) => product.channels[id]!)
  const variants = Object.keys(seen[0]!.variants).map((id) => [
    id,
    readTogether(seen.map((c) => c.variants[id]!))!,
  ])
  return { told: readTogether(seen.map((c) => c.product))!, variants: Object.fromEntries(variants) }
}

/** A product that has no level at any of them is not there at all. */
function atLocations(
  product: ListedProduct,
  locations: string[],
  channels: string[],
  { sold_from }: Shelves
) {
  const here = product.locations.filter(
    (l) =>
      locations.includes(l.location_id) &&
      channels.includes(l.sales_channel_id) &&
      sold_from[l.sales_channel_id]?.includes(l.location_id)
  )
  const told = readTogether(here.map((l) => l.told))
  const variantIds = [...new Set(here.map((l) => l.variant_id))]
  const variants = variantIds.map((id) => [
    id,
    readTogether(here.filter((l) => l.variant_id === id).map((l) => l.told))!,
  ])
  return told && { told, variants: Object.fromEntries(variants) }
}

function isWanted(product: ListedProduct, asked: Asked): boolean {
  const meets = (wanted: string[] | undefined, ...had: (string | null | undefined)[]) =>
    wanted === undefined || had.some((id) => id && wanted.includes(id))
  const price = asked.currency === undefined ? undefined : product.prices[asked.currency]
  return (
    meets(asked.category_ids, ...product.category_ids) &&
    meets(asked.collection_ids, product.collection_id) &&
    meets(asked.tag_ids, ...product.tag_ids) &&
    meets(asked.type_ids, product.type_id) &&
    meets(asked.brand_ids, product.brand?.id) &&
    (asked.q === undefined || isFoundBy(asked.q, product)) &&
    (asked.min_price === undefined || (price !== undefined && price >= asked.min_price)) &&
    (asked.max_price === undefined || (price !== undefined && price <= asked.max_price))
  )
}

/** Every word begins a word of title, subtitle or brand; or the whole is a code, an ISBN-10 being its ISBN-13. */
function isFoundBy(q: string, product: ListedProduct): boolean {
  const plain = (code: string) => code.replaceAll("-", "").replaceAll(" ", "").toLowerCase()
  const code = plain(q)
  const isbn = isIsbn10(code) ? `978${code.slice(0, 9)}` : null
  if (product.codes.map(plain).some((c) => c === code || (isbn && c.length === 13 && c.startsWith(isbn))))
    return true

  const words = wordsIn(`${product.title} ${product.subtitle ?? ""} ${product.brand?.name ?? ""}`)
  const wanted = wordsIn(q)
  return wanted.length > 0 && wanted.every((want) => words.some((word) => word.startsWith(want)))
}

function isIsbn10(code: string): boolean {
  if (!/^\d{9}[\dx]$/.test(code)) return false
  let sum = 0
  for (let i = 0; i < 10; i++) sum += (10 - i) * (code[i] === "x" ? 10 : Number(code[i]))
  return sum % 11 === 0
}

/** For Latin letters: without accents, small. */
function plainly(text: string): string {
  const letters = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
  return letters.replaceAll("ł", "l").replaceAll("ø", "o").replaceAll("ß", "ss")
}

function wordsIn(text: string): string[] {
  return plainly(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
}

/** Ties by the product; without a price last in both directions. */
function compareIn({ order, currency }: Asked, a: Listed, b: Listed): number {
  const by = order.replace("-", "")
  const sign = order.startsWith("-") ? -1 : 1
  const compare = (x: string | number, y: string | number) => (x < y ? -1 : x > y ? 1 : 0)
  const sortBy = ({ product, told }: Listed): string | number => {
    if (by === "availability") return BEST_FIRST.indexOf(told.status)
    if (by === "title") return plainly(product.title).trim()
    if (by === "price") return product.prices[currency!] ?? sign * Infinity
    return by === "created_at" ? product.created_at : product.updated_at
  }
  return sign * (compare(sortBy(a), sortBy(b)) || compare(a.id, b.id))
}
