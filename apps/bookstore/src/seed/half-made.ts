import type { ProductVariantDTO } from "@medusajs/framework/types"
import { deleteInventoryItemWorkflow, deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import { Book, Edition } from "./catalogue/book"
import { Seeding } from "./seeding"

/**
 * Medusa creates a product in several transactions, so a killed run can leave books without variants, prices or
 * inventory items. Those are removed, to be made anew. Answers the handles of the books that are whole.
 */
export async function removeHalfMade(seeding: Seeding, books: Book[]): Promise<Set<string>> {
  const { container, query } = seeding
  const { data: products } = await query.graph({
    entity: "product",
    fields: [
      "id",
      "handle",
      "variants.sku",
      "variants.price_set.id",
      "variants.inventory_items.inventory_item_id",
    ],
    filters: { handle: books.map((book) => book.handle) },
  })
  const editions = new Map(books.map((book) => [book.handle, book.editions]))
  const whole = products.filter((product) =>
    editions.get(product.handle)!.every((edition) => {
      const variant = product.variants.find(({ sku }: ProductVariantDTO) => sku === edition.isbn)
      return variant?.price_set && (variant.inventory_items?.length ?? 0) === itemCount(edition)
    })
  )
  const halfMade = products.filter((product) => !whole.includes(product))
  if (halfMade.length) {
    await deleteProductsWorkflow(container).run({ input: { ids: halfMade.map(({ id }) => id) } })
  }
  await removeOrphans(seeding, books)
  return new Set(whole.map((product) => product.handle))
}

/** Inventory items that no variant got would keep their SKUs from the books that are made anew. */
async function removeOrphans({ container, query }: Seeding, books: Book[]): Promise<void> {
  const { data: items } = await query.graph({
    entity: "inventory_item",
    fields: ["id", "variants.id"],
    filters: { sku: books.flatMap((book) => book.editions.map((edition) => edition.isbn)) },
  })
  const orphans = items.filter((item) => !item.variants?.length).map(({ id }) => id)
  if (orphans.length) {
    await deleteInventoryItemWorkflow(container).run({ input: orphans })
  }
}

function itemCount({ parts, printedOnDemand }: Edition): number {
  return printedOnDemand ? 0 : (parts?.length ?? 1)
}
