import type { TruestockOptions } from "../../../options"
import type { FeedOffer } from "./offer"

export type Storefront = NonNullable<TruestockOptions["storefront"]>

/** The page that sells the variant. */
export function pageOf(offer: FeedOffer, { url, product_path }: Storefront): string {
  return addressOf(offer, url, product_path)
}

/** Where its picture is: the shop's, else the one that the storefront draws, if it does; null = there is none. */
export function imageOf(offer: FeedOffer, { url, image_path }: Storefront): string | null {
  return (offer.image && webAddress(offer.image, url)) ?? (image_path && addressOf(offer, url, image_path))
}

function addressOf({ handle, product_id, variant_id }: FeedOffer, url: string, path: string): string {
  const filled = { handle, product_id, variant_id }
  const local = path.replace(/:(handle|product_id|variant_id)\b/g, (_, name: keyof typeof filled) =>
    encodeURIComponent(filled[name])
  )
  return new URL(`${url.replace(/\/+$/, "")}${local}`).href
}

/** Whole, where it was a path; null for what no fetcher could get. */
function webAddress(address: string, base: string): string | null {
  const at = URL.canParse(address, base) ? new URL(address, base) : null
  return at && /^https?:$/.test(at.protocol) ? at.href : null
}
