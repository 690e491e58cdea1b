import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendGoogleFeed } from "../../../feeds/send-google-feed"
import { parseKeyFeedQuery } from "../../../feeds/validators"
import { namedChannels } from "../../key-channels"

/**
 * GET /store/feeds/google.xml: what the publishable key's sales channels sell, as a feed for Google Merchant Center
 * (RSS 2.0): one item per variant, streamed. Availability by the storefront kit's `merchantAvailability`, so that feed
 * and page say the same; prices as Medusa calculates them, before tax where they do not include it, with `sale_price`
 * where a price list has it cheaper. Offers without a price or an image, which Google would refuse, are left out and
 * counted in a comment at the end.
 *
 * Query, all optional: `region_id` (default: the store's default region) or `currency_code` (prices that hold in every
 * region), `sales_channel_id` (of the key's). Several channels: the best status of them.
 *
 * Answers application/xml with an ETag; 304 where If-None-Match has it. HEAD answers the head alone. 409
 * `storefront_not_configured` without the option `storefront`; 400 `unknown_region`, `unknown_currency`,
 * `sales_channel_not_in_key`, `invalid_parameter`, `unknown_parameter`.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { sales_channel_id, ...asked } = parseKeyFeedQuery(req.query)
  await sendGoogleFeed(req, res, namedChannels(req, sales_channel_id), asked)
}
