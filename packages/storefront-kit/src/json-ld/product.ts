import type { Availability } from "../rules/availability.js"

type Metadata = Record<string, unknown> | null

/** A variant by what is said of it to search engines; those of Medusa and of the listing are such. */
export type OfferedVariant = {
  id?: string
  title?: string | null
  sku?: string | null
  ean?: string | null
  upc?: string | null
  barcode?: string | null
  metadata?: Metadata
  availability?: Availability | null
  calculated_price?: { calculated_amount?: number | null; currency_code?: string | null } | null
}

/** A product by what is said of it to search engines: the listing's, whole or as a card, or `StoreProduct` with `availability`. */
export type OfferedProduct = {
  title: string
  description?: string | null
  thumbnail?: string | null
  images?: { url: string }[] | null
  brand?: { name?: string | null } | null
  metadata?: Metadata
  availability?: Availability | null
  /** Of a card. */
  price?: { amount: number; currency_code: string } | null
  variants?: OfferedVariant[] | null
}

/** schema.org's terms for what an offer can be here. */
export type SchemaAvailability =
  | "https://schema.org/InStock"
  | "https://schema.org/OutOfStock"
  | "https://schema.org/PreOrder"
  | "https://schema.org/BackOrder"
  | "https://schema.org/Discontinued"

export type OfferJsonLd = {
  "@type": "Offer"
  availability: SchemaAvailability
  /** Of a preorder or backorder: `availability_date` of the feed. */
  availabilityStarts?: string
  price: number
  /** ISO 4217, in capitals. */
  priceCurrency: string
  name?: string
  sku?: string
  gtin13?: string
  url?: string
}

export type ProductJsonLd = {
  "@context": "https://schema.org"
  "@type": "Product"
  name: string
  description?: string
  image?: string[]
  url?: string
  sku?: string
  gtin13?: string
  brand?: { "@type": "Brand"; name: string }
  /** Absent where nothing has a price; several where the product has several variants. */
  offers?: OfferJsonLd | OfferJsonLd[]
}
