import { googleItem, type LeftOut } from "./google-item"
import { merchantRules } from "./merchant-rules"
import type { PricedOffer } from "./offer"
import type { Storefront } from "./storefront-links"
import { xmlText } from "./xml-text"

export type FeedHead = { shop: string | null; currency_code: string; now: Date; storefront: Storefront }

/**
 * A feed for Google Merchant Center (RSS 2.0), in pieces of a page of offers each. What Google would refuse is left
 * out, and counted in a comment at the end.
 */
export async function* googleFeed(
  pages: AsyncIterable<PricedOffer[]>,
  { shop, currency_code, now, storefront }: FeedHead
): AsyncGenerator<string, void, undefined> {
  const { merchantAvailability, gtin13 } = await merchantRules()
  const leftOut: Record<LeftOut, number> = { without_price: 0, without_image: 0 }
  const written = (offer: PricedOffer): string => {
    const { availability, availability_date } = merchantAvailability(offer.shown, { now })
    const gtin = offer.codes.map(gtin13).find((code) => code !== null) ?? null
    const item = googleItem(offer, { availability, availability_date, gtin }, currency_code, storefront)
    if (item !== "without_price" && item !== "without_image") return item
    leftOut[item]++
    return ""
  }

  const title = xmlText(shop ?? storefront.url)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
<title>${title}</title>
<link>${xmlText(storefront.url)}</link>
<description>${title}</description>
`
  for await (const offers of pages) yield offers.map(written).join("")
  yield `<!-- left out: ${leftOut.without_price} without a price in ${xmlText(currency_code)}, ${leftOut.without_image} without an image -->
</channel>
</rss>
`
}
