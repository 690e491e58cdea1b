import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../modules/availability"
import { ids, parseQuery } from "../../../../query-parameters"
import { namedChannels } from "../../../key-channels"

/**
 * GET /store/products/:id/availability: a product and each of its variants, in any status.
 *
 * Query: `sales_channel_id` (of the key's; default all of them, of which the best status stands).
 * Answers `{ availability: { product_id, ...shown, variants: [{ variant_id, ...shown }] } }`, shown as on every store
 * route. 404 `product_not_found` for a product that is unknown, not published, or in none of the channels.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const refusal = ["invalid_parameter", "at most 100 ids"] as const
  const { sales_channel_id } = parseQuery(
    { sales_channel_id: ids },
    { sales_channel_id: [...refusal] },
    req.query
  )
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const product_id = req.params.id!
  const shown = await availability.readShownProduct(product_id, namedChannels(req, sales_channel_id))
  if (!shown) {
    throw new TruestockError("product_not_found", `Product ${quoted(product_id)} not found`)
  }
  const variants = [...shown.variants].map(([variant_id, variant]) => ({ variant_id, ...variant }))
  res.json({ availability: { product_id, ...shown.product, variants } })
}
