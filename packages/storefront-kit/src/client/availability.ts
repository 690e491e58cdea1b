import type { HttpTypes } from "@medusajs/types"
import type { Availability } from "../rules/availability.js"

/** null for the moment in which a new product or variant has not been looked at yet. */
type WithAvailability = { availability: Availability | null }

/** A product of the shop's own type, as the listing serves it: with its availability, and each variant with its own. */
export type AvailableProduct<P = HttpTypes.StoreProduct> = Omit<P, "variants"> &
  WithAvailability & { variants?: AvailableVariant<P>[] | null }

/** A variant of `AvailableProduct`. */
export type AvailableVariant<P = HttpTypes.StoreProduct> = VariantOf<P> & WithAvailability

type VariantOf<P> = P extends { variants?: (infer V)[] | null } ? V : HttpTypes.StoreProductVariant

/** What a card of a listing shows: all that `view: "card"` answers, and the quickest to get. */
export type ProductCard = {
  id: string
  title: string
  subtitle: string | null
  handle: string
  thumbnail: string | null
  brand: { id: string; name: string | null } | null
  /** The lowest price, before price lists and tax; null where there is none in the region's currency. */
  price: { amount: number; currency_code: string } | null
  availability: Availability
}

/** Answer of `GET /store/products/:id/availability`. */
export type ProductAvailability = {
  availability: Availability & {
    product_id: string
    variants: (Availability & { variant_id: string })[]
  }
}
