import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../modules/availability"
import { googleFeed } from "../../modules/availability/merchant-feed/google-feed"
import type { MerchantFeed } from "../../modules/availability/merchant-feed/merchant-feed"
import type { Market, PricedOffer } from "../../modules/availability/merchant-feed/offer"
import { priceOffers } from "./price-offers"

export const feedOf = (req: MedusaRequest): MerchantFeed =>
  req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE).merchantFeed

/**
 * Sends the feed of these channels while it is read: no faster than the client takes it, and no further when it goes
 * away. Who has it already is told so (304) without a look at the offers, and so is who only asks for the head. What
 * fails on the way breaks the connection off, so that half a feed is not taken for a whole one.
 */
export async function sendGoogleFeed(
  req: MedusaRequest,
  res: MedusaResponse,
  salesChannelIds: string[],
  asked: { region_id?: string; currency_code?: string }
): Promise<void> {
  const feed = feedOf(req)
  const { storefront } = feed
  const market = await feed.findMarket(asked)
  const { tag, ...state } = await feed.readState(salesChannelIds, market)
  res.set({ etag: tag, "cache-control": "no-cache", "content-type": "application/xml; charset=utf-8" })
  if (req.fresh) return void res.status(304).end()
  if (req.method === "HEAD") return void res.end()

  const pages = pricedPages(req, feed, salesChannelIds, market)
  const pieces = googleFeed(pages, { ...state, storefront, currency_code: market.currency_code })
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 1 }), res)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error
  }
}

async function* pricedPages(
  req: MedusaRequest,
  feed: MerchantFeed,
  salesChannelIds: string[],
  market: Market
): AsyncGenerator<PricedOffer[], void, undefined> {
  const pricing = req.scope.resolve(Modules.PRICING)
  for await (const offers of feed.readOffers(salesChannelIds)) yield priceOffers(pricing, offers, market)
}
