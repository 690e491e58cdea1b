import { LONGEST_DESCRIPTION, LONGEST_TITLE } from "./google-limits"
import type { OfferPrice, PricedOffer } from "./offer"
import { imageOf, pageOf, type Storefront } from "./storefront-links"
import { cut, xmlText } from "./xml-text"

/** What the storefront kit's rules say of an offer. */
export type Judged = { availability: string; availability_date?: string; gtin: string | null }

/** Why Google would refuse an offer, and the feed leaves it out. */
export type LeftOut = "without_price" | "without_image"

/** One offer as an item of RSS 2.0 with Google's attributes, or why there is none. */
export function googleItem(
  offer: PricedOffer,
  { availability, availability_date, gtin }: Judged,
  currencyCode: string,
  storefront: Storefront
): string | LeftOut {
  const { price, brand } = offer
  const image = imageOf(offer, storefront)
  if (price === null || price.amount <= 0) return "without_price"
  if (image === null) return "without_image"
  const attributes: [name: string, value: string | null | undefined][] = [
    ["id", offer.variant_id],
    ["item_group_id", offer.product_id],
    ["title", titleOf(offer)],
    ["description", descriptionOf(offer)],
    ["link", pageOf(offer, storefront)],
    ["image_link", image],
    ["availability", availability],
    ["availability_date", availability_date],
    ...prices(price, currencyCode),
    ["brand", brand && cut(brand, 70)],
    ["gtin", gtin],
    // Neither: the shop cannot name it to others, and says so.
    ["identifier_exists", gtin || brand ? null : "no"],
    ["condition", "new"],
  ]
  const elements = attributes.flatMap(([name, value]) =>
    value ? [`<g:${name}>${xmlText(value)}</g:${name}>`] : []
  )
  return `<item>${elements.join("")}</item>\n`
}

/** Several variants of a title need names of their own. */
function titleOf({ title, variant_title, has_siblings }: PricedOffer): string {
  const own = has_siblings && variant_title && variant_title !== title ? ` - ${variant_title}` : ""
  return cut(title, LONGEST_TITLE - Math.min(own.length, LONGEST_TITLE / 2)) + cut(own, LONGEST_TITLE / 2)
}

/** A description is required: what the shop says least is what the thing is called. */
function descriptionOf({ description, subtitle, title }: PricedOffer): string {
  return cut(description?.trim() || subtitle?.trim() || title, LONGEST_DESCRIPTION)
}

function prices({ amount, sale_amount }: OfferPrice, currencyCode: string): [string, string | null][] {
  const currency = currencyCode.toUpperCase()
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits
  const written = (value: number) => `${value.toFixed(digits)} ${currency}`
  return [
    ["price", written(amount)],
    ["sale_price", sale_amount !== null && sale_amount > 0 ? written(sale_amount) : null],
  ]
}
