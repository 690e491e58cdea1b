import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"
import { parseQuery, text } from "../../query-parameters"
import { keyChannels } from "../key-channels"
import { readProduct } from "./read-product"

/**
 * GET /store/products-with-metadata?id=: one product with its metadata, and each variant with how many there are now.
 *
 * Answers `{ product: { id, title, subtitle, description, handle, thumbnail, metadata, variants: [{ id, title,
 * inventory_quantity, manage_inventory, allow_backorder }] } }`. `inventory_quantity` as core counts it for the key's
 * sales channels (of several the one with the most), less holds, safety stock and inactive locations, never below zero;
 * null where inventory is not managed. Read live. Left out where the shop does not tell quantities (`expose_quantity`).
 *
 * 400 `invalid_parameter` without an id, `unknown_parameter`; 404 `product_not_found` for a product that is unknown, not
 * published, or in none of the key's channels. With the option `products_with_metadata: false` there is no such route.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  if (!availability.storeOptions.products_with_metadata) return next()
  const { id } = parseQuery({ id: text }, { id: ["invalid_parameter", "the id of one product"] }, req.query)
  if (id === undefined) {
    throw new TruestockError(
      "invalid_parameter",
      "Parameter id is missing; it must be the id of one product."
    )
  }
  const channels = keyChannels(req)
  const product = (await availability.isShownIn(id, channels)) ? await readProduct(req, id) : null
  if (!product) throw new TruestockError("product_not_found", `Product ${quoted(id)} not found`)

  const sellable = await availability.readSellable(
    product.variants.map((variant) => variant.id),
    channels
  )
  const tellsQuantity = availability.storeOptions.expose_quantity
  const variants = product.variants.map(({ id, title, manage_inventory, allow_backorder }) => ({
    ...{ id, title },
    ...(tellsQuantity && { inventory_quantity: sellable.get(id) ?? null }),
    ...{ manage_inventory, allow_backorder },
  }))
  res.json({ product: { ...product, variants } })
}
