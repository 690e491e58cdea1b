import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type { InventoryLevelDTO } from "@medusajs/framework/types"
import { Book } from "./catalogue/book"
import { copiesOf } from "./catalogue/shelf-stock"
import { Locations } from "./locations"
import { lookup, missing, Seeding } from "./seeding"

/** Copies of every edition at the two locations. A level that exists is left alone: it has lived since. */
export async function seedStock(seeding: Seeding, books: Book[], locations: Locations): Promise<void> {
  const { container, query, progress } = seeding
  const counted = books.flatMap((book) =>
    book.editions
      .filter((edition) => !edition.parts && !edition.printedOnDemand)
      .map(({ isbn }) => ({ isbn, copies: copiesOf(book.title, isbn) }))
  )
  const { data: items } = await query.graph({
    entity: "inventory_item",
    fields: ["id", "sku", "location_levels.location_id"],
    filters: { sku: counted.map(({ isbn }) => isbn) },
  })
  const item = lookup(
    "the inventory item",
    items.map(({ sku, id }) => [sku!, id])
  )

  const levels = counted.flatMap(({ isbn, copies }) => {
    const { warehouse, shop, incoming = 0 } = copies
    const inventory_item_id = item(isbn)
    return [
      { location_id: locations.warehouse.id, stocked_quantity: warehouse, incoming_quantity: incoming },
      { location_id: locations.shop.id, stocked_quantity: shop, incoming_quantity: 0 },
    ]
      .filter((level) => level.stocked_quantity !== undefined)
      .map((level) => ({ inventory_item_id, ...level }))
  })
  const existing = items.flatMap(({ id, location_levels }) =>
    (location_levels ?? []).map((level: InventoryLevelDTO) => `${id} ${level.location_id}`)
  )
  const toCreate = missing(levels, (level) => `${level.inventory_item_id} ${level.location_id}`, existing)
  if (toCreate.length) {
    await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels: toCreate } })
  }
  progress(`stock of ${counted.length} editions at two locations`)
}
