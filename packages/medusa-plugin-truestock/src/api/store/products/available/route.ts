import type { MedusaResponse } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../modules/availability"
import type { ListingPage } from "../../../../modules/availability/listing/listing-page"
import { namedChannels } from "../../key-channels"
import { withAvailability } from "../with-availability"
import { hydrateProducts } from "./hydrate-products"
import type { ListingRequestContext } from "./middlewares"

/**
 * GET /store/products/available: the products of the publishable key's sales channels by availability.
 *
 * Query, all optional. Lists may be repeated or separated by commas, and mean "any of":
 * - `status` one or many, strict; default in_stock + low_stock; `any`. `purchasable` true or false: then any status.
 * - `category_id` (descendants included), `collection_id`, `tag_id`, `type_id`, `brand_id`
 * - `q`: words of title, subtitle and brand, each as a beginning; or a SKU, EAN, UPC, barcode or ISBN as a whole
 * - `min_price`, `max_price`: lowest base price in the currency of `region_id` (or of the store's default region),
 *   before price lists and tax
 * - `location_id`: the status at these stock locations, which the key's channels must sell from
 * - `sales_channel_id`: of the key's
 * - `order`: availability, title, created_at, updated_at, price, each with `-`; default -created_at
 * - `limit` (20, at most 100), and `offset` or `cursor` (`next_cursor` of the page before)
 * - `facets`: status, category_id
 * - `view`: full (core's product objects, with `fields`, `region_id`, `country_code`, `province`, `cart_id` as in
 *   core's list) or card (what a listing shows, from the read model alone)
 *
 * Answers `{ products, count, offset, limit, next_cursor, facets? }`, each product and variant with its
 * `availability` (modules/availability/shown.ts). `count` is exact; a facet's value counts what `count` would be if
 * it alone were chosen. A key with several channels shows the best status of them. 400 with a code for anything that
 * is not understood.
 */
export async function GET(req: ListingRequestContext, res: MedusaResponse): Promise<void> {
  const { listing } = req
  const salesChannelIds = namedChannels(req, listing.sales_channel_ids)
  const page = await listPage(req, salesChannelIds)
  res.json({
    products:
      listing.view === "card"
        ? page.cards
        : withAvailability(await hydrateProducts(req, page.product_ids, salesChannelIds), page),
    count: page.count,
    offset: listing.offset,
    limit: listing.limit,
    next_cursor: page.next_cursor,
    ...(listing.facets && { facets: page.facets }),
  })
}

async function listPage(req: ListingRequestContext, sales_channel_ids: string[]): Promise<ListingPage> {
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const { sales_channel_ids: _, view, region_id, ...asked } = req.listing
  await assertLocations(availability, asked.location_ids, sales_channel_ids)
  const needsPrices = view === "card" || asked.price !== undefined || asked.order.by === "price"
  const prices_of = needsPrices ? { region_id } : undefined
  return availability.listAvailable({ ...asked, sales_channel_ids, prices_of }, view)
}

async function assertLocations(
  availability: AvailabilityModuleService,
  location_ids: string[] | undefined,
  sales_channel_ids: string[]
): Promise<void> {
  const foreign = location_ids ? await availability.findForeignLocations(location_ids, sales_channel_ids) : []
  if (foreign.length > 0) {
    throw new TruestockError(
      "unknown_location",
      `Parameter location_id has the value ${foreign.map(quoted).join(", ")}; the key's channels sell from no such location.`
    )
  }
}
