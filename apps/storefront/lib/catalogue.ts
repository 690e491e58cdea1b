import "server-only"
import { cache } from "react"
import type { HttpTypes } from "@medusajs/types"
import { asOffered, type AvailableProduct, type Availability } from "truestock-storefront-kit"
import { settings } from "./settings"
import { kept, shop } from "./shop"
import { slug } from "./slug"
import { TAGS } from "./tags"

export type Category = { id: string; name: string; handle: string; parent_category_id: string | null }
export type Publisher = { id: string; name: string; handle: string }
export type Book = AvailableProduct
export type Edition = NonNullable<Book["variants"]>[number]

const BOOK_FIELDS = [
  ...["id", "title", "subtitle", "handle", "description", "thumbnail", "metadata", "*images", "*categories"],
  ...["*variants.calculated_price", "variants.title", "variants.sku", "variants.ean", "variants.upc"],
  ...["variants.barcode", "variants.metadata", "variants.allow_backorder"],
].join(",")

/** A book with its editions, in any status; null where the shop has none of this handle. */
export const readBook = cache(async (handle: string): Promise<Book | null> => {
  const query = new URLSearchParams({ handle, region_id: settings.regionId(), fields: BOOK_FIELDS })
  const { products } = await shop().request<{ products: Book[] }>(
    `/store/products?${query}`,
    {},
    kept(TAGS.product(handle))
  )
  return products[0] ? offered(products[0]) : null
})

/** Label, button and structured data start from the same, so that they agree with the shop's feed. */
function offered(book: Book): Book {
  const seen = (availability: Availability | null) => availability && asOffered(availability)
  return {
    ...book,
    availability: seen(book.availability),
    variants: book.variants?.map((each) => ({ ...each, availability: seen(each.availability) })),
  }
}

/** In the order in which the shop shows them. */
export const readCategories = cache(async (): Promise<Category[]> => {
  const fields = "id,name,handle,parent_category_id,rank"
  const { product_categories } = await shop().request<HttpTypes.StoreProductCategoryListResponse>(
    `/store/product-categories?limit=200&order=rank&fields=${fields}`,
    {},
    kept(TAGS.shelves)
  )
  return product_categories
})

/** The shop's publishers, by name. */
export const readPublishers = cache(async (): Promise<Publisher[]> => {
  const { brands } = await shop().request<{ brands: { id: string; name: string }[] }>(
    "/store/brands",
    {},
    kept(TAGS.shelves)
  )
  return brands.map((brand) => ({ ...brand, handle: slug(brand.name) }))
})

/** What the book's metadata says under a name, if it is text. */
export function noted(book: { metadata?: Record<string, unknown> | null }, name: string): string | null {
  const value = book.metadata?.[name]
  return typeof value === "string" && value ? value : null
}
