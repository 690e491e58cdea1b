import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import { BRAND_MODULE } from "../modules/brand"
import { Book } from "./catalogue/book"
import { counterOnly, onlineOnly } from "./catalogue/sold-where"
import { Channels } from "./channels"
import { removeHalfMade } from "./half-made"
import { lookup, Seeding } from "./seeding"
import { Taxonomy } from "./taxonomy"

const BATCH = 40

interface Surroundings {
  channels: Channels
  taxonomy: Taxonomy
  shippingProfile: string
}

/** The books as products, one variant per edition; boxed sets last, since they are packed from other books' items. */
export async function seedProducts(seeding: Seeding, books: Book[], around: Surroundings): Promise<void> {
  const made = await removeHalfMade(seeding, books)
  const toMake = books.filter((book) => !made.has(book.handle))
  const single = toMake.filter((book) => !isBoxedSet(book))
  for (let from = 0; from < single.length; from += BATCH) {
    await create(seeding, single.slice(from, from + BATCH), around)
    seeding.progress(`${made.size + Math.min(from + BATCH, single.length)} of ${books.length} books`)
  }
  await create(seeding, toMake.filter(isBoxedSet), around)
  await linkBrands(seeding, books, around.taxonomy)
  seeding.progress(`${books.length} books with their publishers as brands`)
}

async function create(seeding: Seeding, books: Book[], around: Surroundings): Promise<void> {
  if (!books.length) {
    return
  }
  const parts = await inventoryItems(
    seeding,
    books.flatMap((book) => book.editions.flatMap((e) => e.parts ?? []))
  )
  await createProductsWorkflow(seeding.container).run({
    input: { products: books.map((book) => toProduct(book, around, parts)) },
  })
}

function toProduct(
  book: Book,
  { channels, taxonomy, shippingProfile }: Surroundings,
  part: (isbn: string) => string
): CreateProductWorkflowInputDTO {
  const soldIn = [
    ...(counterOnly.includes(book.title) ? [] : [channels.online]),
    ...(onlineOnly.includes(book.title) ? [] : [channels.counter]),
  ]
  return {
    title: book.title,
    subtitle: book.author,
    handle: book.handle,
    description: book.description,
    status: ProductStatus.PUBLISHED,
    type_id: taxonomy.type,
    collection_id: book.collection && taxonomy.collection(book.collection),
    category_ids: [taxonomy.category(book.category)],
    tag_ids: book.tags.map(taxonomy.tag),
    shipping_profile_id: shippingProfile,
    sales_channels: soldIn.map((id) => ({ id })),
    metadata: {
      author: book.author,
      publisher: book.publisher,
      publication_date: book.published,
      isbn13: book.editions[0]!.isbn,
    },
    options: [{ title: "Format", values: book.editions.map((edition) => edition.format) }],
    variants: book.editions.map((edition) => ({
      title: edition.format,
      sku: edition.isbn,
      ean: edition.isbn,
      manage_inventory: !edition.printedOnDemand,
      allow_backorder: edition.backorder ?? false,
      options: { Format: edition.format },
      prices: [{ currency_code: "usd", amount: edition.price }],
      inventory_items: edition.parts?.map((isbn) => ({
        inventory_item_id: part(isbn),
        required_quantity: 1,
      })),
    })),
  }
}

async function linkBrands({ container, query }: Seeding, books: Book[], { brand }: Taxonomy): Promise<void> {
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id", "handle", "brand.id"],
    filters: { handle: books.map((book) => book.handle) },
  })
  const publisher = lookup(
    "the book",
    books.map((book) => [book.handle, book.publisher])
  )
  const unlinked = products.filter((product) => !product.brand)
  if (unlinked.length) {
    await container.resolve(ContainerRegistrationKeys.LINK).create(
      unlinked.map((product) => ({
        [Modules.PRODUCT]: { product_id: product.id },
        [BRAND_MODULE]: { brand_id: brand(publisher(product.handle)) },
      }))
    )
  }
}

async function inventoryItems({ query }: Seeding, isbns: string[]) {
  if (!isbns.length) {
    return lookup("the inventory item", [])
  }
  const { data } = await query.graph({
    entity: "inventory_item",
    fields: ["id", "sku"],
    filters: { sku: isbns },
  })
  return lookup(
    "the inventory item",
    data.map(({ sku, id }) => [sku!, id])
  )
}

function isBoxedSet(book: Book): boolean {
  return book.editions.some((edition) => edition.parts)
}
