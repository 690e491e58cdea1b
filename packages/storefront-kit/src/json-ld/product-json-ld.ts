import { gtin13 } from "../rules/gtin13.js"
import { merchantAvailability } from "../rules/merchant-availability.js"
import type { Availability } from "../rules/availability.js"
import type { Moment } from "../rules/moments.js"
import type {
  OfferedProduct,
  OfferedVariant,
  OfferJsonLd,
  ProductJsonLd,
  SchemaAvailability,
} from "./product.js"

export type JsonLdOptions = {
  /** Absolute address of the product's page. */
  url?: string
  /** Absolute address at which the variant is chosen; default: that of the product. */
  urlOf?: (variant: OfferedVariant) => string
  /** Name of the brand or publisher; default: that of the product. */
  brand?: string | null
  /** What the page shows as the variant's price; default: `calculated_price`, as Medusa calculated it. */
  priceOf?: (variant: OfferedVariant) => { amount: number; currency_code: string } | null
  /** Default: the clock of the machine. */
  now?: Moment
}

/**
 * schema.org's Product with an Offer for each variant that has a price; of a card, one. Availability and date are
 * those of the feed (`merchantAvailability`), but for what is discontinued, which a feed can only call out of stock. Put it into
 * the page with `jsonLdScript`.
 */
export function productJsonLd(product: OfferedProduct, options: JsonLdOptions = {}): ProductJsonLd {
  const { url } = options
  const variants = product.variants ?? []
  const only = variants.length === 1 ? variants[0] : undefined
  const gtin = only ? gtinOf(only, product) : gtin13Of(variants.length ? [] : isbns(product.metadata))
  const brand = options.brand ?? product.brand?.name
  const images = [product.thumbnail, ...(product.images ?? []).map((image) => image.url)]
  const image = [...new Set(images.filter((address): address is string => Boolean(address)))]
  const offers = variants.length
    ? variants.flatMap((v) => offerOf(v, product, options))
    : offerOfCard(product, options)
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    ...(product.description && { description: product.description }),
    ...(image.length > 0 && { image }),
    ...(url && { url }),
    ...(only?.sku && { sku: only.sku }),
    ...(gtin && { gtin13: gtin }),
    ...(brand && { brand: { "@type": "Brand" as const, name: brand } }),
    ...(offers.length > 0 && { offers: offers.length === 1 ? offers[0]! : offers }),
  }
}

function offerOf(variant: OfferedVariant, product: OfferedProduct, options: JsonLdOptions): OfferJsonLd[] {
  const isOnly = product.variants?.length === 1
  const availability = variant.availability ?? (isOnly ? product.availability : null)
  const price = options.priceOf ? options.priceOf(variant) : calculatedPrice(variant)
  const gtin = gtinOf(variant, product)
  const url = options.urlOf?.(variant) ?? options.url
  return offer(availability, price, options.now, {
    ...(variant.title && !isOnly && { name: `${product.title} (${variant.title})` }),
    ...(variant.sku && { sku: variant.sku }),
    ...(gtin && { gtin13: gtin }),
    ...(url && { url }),
  })
}

const offerOfCard = ({ availability, price }: OfferedProduct, { url, now }: JsonLdOptions) =>
  offer(availability, price, now, url ? { url } : {})

/** Without a price there is no offer: one is required of it. */
function offer(
  availability: Availability | null | undefined,
  price: { amount: number; currency_code: string } | null | undefined,
  now: Moment | undefined,
  rest: Partial<OfferJsonLd>
): OfferJsonLd[] {
  if (!price || !Number.isFinite(price.amount)) return []
  const { availability_date } = merchantAvailability(availability, { now })
  return [
    {
      "@type": "Offer",
      availability: schemaAvailability(availability, now),
      ...(availability_date && { availabilityStarts: availability_date }),
      price: price.amount,
      priceCurrency: price.currency_code.toUpperCase(),
      ...rest,
    },
  ]
}

function schemaAvailability(
  availability: Availability | null | undefined,
  now: Moment | undefined
): SchemaAvailability {
  if (availability?.status === "discontinued") return "https://schema.org/Discontinued"
  switch (merchantAvailability(availability, { now }).availability) {
    case "in_stock":
      return "https://schema.org/InStock"
    case "preorder":
      return "https://schema.org/PreOrder"
    case "backorder":
      return "https://schema.org/BackOrder"
    default:
      return "https://schema.org/OutOfStock"
  }
}

function calculatedPrice({ calculated_price }: OfferedVariant) {
  const { calculated_amount: amount, currency_code } = calculated_price ?? {}
  return typeof amount === "number" && currency_code ? { amount, currency_code } : null
}

/** A product's own number is its variant's only where there is one. */
function gtinOf(variant: OfferedVariant, product: OfferedProduct): string | null {
  const { ean, barcode, upc, sku, metadata } = variant
  const ofProduct = product.variants?.length === 1 ? isbns(product.metadata) : []
  const codes = [ean, barcode, upc].filter((code) => code && !isIsbn10Long(code))
  return gtin13Of([...codes, ...isbns(metadata), ...(sku && isIsbn13Like(sku) ? [sku] : []), ...ofProduct])
}

/** Only what is called an ISBN is read as one of ten: of other numbers that long, every eleventh looks like one. */
const isIsbn10Long = (code: string) => code.replace(/[\s-]/g, "").length === 10

const isIsbn13Like = (sku: string) => /^97[89][\d\s-]{10,}$/.test(sku)

const isbns = (metadata: OfferedProduct["metadata"]): unknown[] => [metadata?.isbn13, metadata?.isbn]

const gtin13Of = (codes: unknown[]): string | null =>
  codes.map((code) => gtin13(code)).find((code) => code !== null) ?? null
