import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../../errors"
import { bodyFields } from "../../../body-fields"
import { feedOf } from "../../../feeds/send-google-feed"

/**
 * POST /admin/availability/feeds `{ sales_channel_id, rotate? }`: makes the token that opens a channel's feed without a
 * header (`sales_channel_id`: its id or name). With `rotate: true` it takes the place of another, which opens nothing
 * any more. Not a workflow: what workflows answer may be kept, and the token is told once and kept by nobody.
 *
 * Answers `{ feed: { sales_channel_id, token, path } }`. 400 `invalid_body`, `sales_channel_not_found`; 409
 * `feed_token_exists` where there is one and `rotate` was not said.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { sales_channel_id, rotate = false } = bodyFields(["sales_channel_id", "rotate"], req.body)
  if (typeof sales_channel_id !== "string" || sales_channel_id === "") {
    throw new TruestockError(
      "invalid_body",
      `sales_channel_id has the value ${quoted(sales_channel_id)}; it must be the id or name of a sales channel.`
    )
  }
  if (typeof rotate !== "boolean") {
    throw new TruestockError(
      "invalid_body",
      `rotate has the value ${quoted(rotate)}; it must be true or false.`
    )
  }
  const made = await feedOf(req).makeToken(sales_channel_id, rotate)
  res.json({ feed: { ...made, path: `/feeds/${made.token}/google.xml` } })
}
