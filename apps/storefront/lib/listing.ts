import "server-only"
import type { Listing, ListingFilters, ProductCard } from "truestock-storefront-kit"
import { PAGE_SIZE, type ListingParams } from "./listing-params"
import { settings } from "./settings"
import { kept, shop } from "./shop"
import { TAGS } from "./tags"

/** One page of books, with the counts of each availability and category. */
export function readListing(
  { status, q, order, page }: ListingParams,
  within: Pick<ListingFilters, "category_id" | "brand_id"> = {}
): Promise<Listing<ProductCard>> {
  return shop().listAvailableProducts(
    {
      ...within,
      view: "card",
      status,
      q: q || null,
      order,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
      facets: ["status", "category_id"],
      region_id: settings.regionId(),
    },
    kept(TAGS.listing)
  )
}
