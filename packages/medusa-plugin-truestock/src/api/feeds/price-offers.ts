import type { CalculatedPriceSet, IPricingModuleService } from "@medusajs/framework/types"
import type {
  FeedOffer,
  Market,
  OfferPrice,
  PricedOffer,
} from "../../modules/availability/merchant-feed/offer"

/**
 * The offers of a page with the prices that Medusa calculates for them in the market, price lists included: one question
 * for all of them.
 */
export async function priceOffers(
  pricing: IPricingModuleService,
  offers: FeedOffer[],
  { currency_code, region_id }: Market
): Promise<PricedOffer[]> {
  const id = [...new Set(offers.flatMap(({ price_set_id }) => price_set_id ?? []))]
  const context = { currency_code, ...(region_id !== null && { region_id }) }
  const calculated = id.length > 0 ? await pricing.calculatePrices({ id }, { context }) : []
  const bySet = new Map(calculated.map((price) => [price.id, priceOf(price)]))
  return offers.map((offer) => ({ ...offer, price: bySet.get(offer.price_set_id ?? "") ?? null }))
}

function priceOf({ calculated_amount, original_amount }: CalculatedPriceSet): OfferPrice | null {
  if (calculated_amount === null) return null
  const [now, before] = [Number(calculated_amount), Number(original_amount ?? calculated_amount)]
  return before > now ? { amount: before, sale_amount: now } : { amount: now, sale_amount: null }
}
