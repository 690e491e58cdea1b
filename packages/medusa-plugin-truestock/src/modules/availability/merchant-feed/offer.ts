import type { ShownAvailability } from "../shown"

/** A variant as the channels sell it. */
export type FeedOffer = {
  variant_id: string
  product_id: string
  handle: string
  title: string
  subtitle: string | null
  /** At most as long as a feed may have it. */
  description: string | null
  variant_title: string | null
  /** Whether the product has other variants, from which the title must tell this one. */
  has_siblings: boolean
  /** As the shop wrote it: whole, or a path of the storefront. */
  image: string | null
  brand: string | null
  /** EAN, UPC and barcode, as far as there are any: not checked. */
  codes: string[]
  price_set_id: string | null
  shown: ShownAvailability
}

/** What the shop asks for it. Amounts in whole units of the currency. */
export type OfferPrice = {
  amount: number
  /** Where a price list has it cheaper now. */
  sale_amount: number | null
}

export type PricedOffer = FeedOffer & { price: OfferPrice | null }

/** Whose prices are told: a region's, or just those in a currency. */
export type Market = { region_id: string | null; currency_code: string }
