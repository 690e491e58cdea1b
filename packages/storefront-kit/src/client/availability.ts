import type { HttpTypes } from "@medusajs/types"

/** Every availability status, in the order in which the best of several is chosen. */
export const AVAILABILITY_STATUSES = [
  "in_stock",
  "low_stock",
  "preorder",
  "backorder",
  "incoming",
  "out_of_stock",
  "discontinued",
] as const

export type AvailabilityStatus = (typeof AVAILABILITY_STATUSES)[number]

/** What a shopper is told, of a product as of a variant. */
export type Availability = {
  status: AvailabilityStatus
  /** The status permits a sale, and a cart could reserve one now. */
  purchasable: boolean
  /** Units that one order can get from stock; null = no limit. Absent where the shop keeps it to itself. */
  quantity?: number | null
  /** When a preorder is released (ISO 8601); null where no date is known. */
  available_on: string | null
  /** Days until a backordered unit ships; null where nothing is known. */
  lead_time_days: { min: number; max: number } | null
  /** When what is backordered or incoming is expected to be here (ISO 8601); null where nobody knows. */
  eta: string | null
  /** What the shop says about it, where it says something. */
  notes?: string
}

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
