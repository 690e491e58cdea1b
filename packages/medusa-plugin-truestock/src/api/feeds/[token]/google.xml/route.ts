import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { feedOf, sendGoogleFeed } from "../../send-google-feed"
import { parseFeedQuery } from "../../validators"

/**
 * GET /feeds/:token/google.xml: the feed of one sales channel for fetchers that can send no header. The token is made
 * and rotated by `truestock feed-token` or POST /admin/availability/feeds.
 *
 * Query and answer as GET /store/feeds/google.xml, without `sales_channel_id`. 404 `feed_not_found` for a token that is
 * not known or no longer, and for one whose channel is gone or disabled.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const channel = await feedOf(req).findChannel(req.params.token!)
  await sendGoogleFeed(req, res, [channel], parseFeedQuery(req.query))
}
