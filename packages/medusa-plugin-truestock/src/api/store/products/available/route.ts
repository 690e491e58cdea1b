import type { MedusaResponse } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../modules/availability"
import { hydrateProducts } from "./hydrate-products"
import type { ListingRequestContext } from "./middlewares"

/**
 * GET /store/products/available: the products of the publishable key's sales channels by availability.
 *
 * Query: `status` (one or many, strict; default in_stock + low_stock; `any`), `category_id` (descendants
 * included), `collection_id`, `sales_channel_id` (of the key's), `order` (created_at, title, each with `-`;
 * default -created_at), `limit` (20, at most 100), `offset`, `region_id`, `country_code`, `province`, `cart_id`,
 * `fields` (as core's list).
 *
 * Answers `{ products, count, offset, limit }`: core's product objects, each product and variant with
 * `availability { status, purchasable, quantity, available_on }`; `count` is exact. A key with several channels
 * shows the best status of them. 400 with a code for anything that is not understood.
 */
export async function GET(req: ListingRequestContext, res: MedusaResponse): Promise<void> {
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const { listing } = req
  const salesChannelIds = channelsOf(req)
  const { statuses, category_ids, collection_ids, order, limit, offset } = listing

  const { product_ids, count } =
    salesChannelIds.length === 0
      ? { product_ids: [], count: 0 }
      : await availability.listAvailable({
          sales_channel_ids: salesChannelIds,
          statuses,
          category_ids,
          collection_ids,
          order,
          limit,
          offset,
        })
  const [products, shown] = await Promise.all([
    hydrateProducts(req, product_ids, salesChannelIds),
    availability.readShown(product_ids, salesChannelIds),
  ])
  res.json({
    products: products.map((product) => ({
      ...product,
      ...(product.variants && {
        variants: product.variants.map((variant) => ({
          ...variant,
          availability: shown.variants.get(variant.id) ?? null,
        })),
      }),
      availability: shown.products.get(product.id) ?? null,
    })),
    count,
    offset,
    limit,
  })
}

/** The channels that were named, which must be the key's, else all of the key's. */
function channelsOf(req: ListingRequestContext): string[] {
  const ofKey = [
    ...new Set(
      (req as unknown as { publishable_key_context: { sales_channel_ids: string[] } }).publishable_key_context
        .sales_channel_ids
    ),
  ]
  const named = req.listing.sales_channel_ids
  const foreign = named?.filter((id) => !ofKey.includes(id)) ?? []
  if (foreign.length > 0) {
    throw new TruestockError(
      "sales_channel_not_in_key",
      `Sales channel ${foreign.map(quoted).join(", ")} is not one of the publishable key's.`
    )
  }
  return named ?? ofKey
}
