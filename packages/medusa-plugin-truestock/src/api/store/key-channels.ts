import type { MedusaRequest } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../errors"

/** The sales channels of the request's publishable key, each once. Medusa has checked the key for every store route. */
export function keyChannels(req: MedusaRequest): string[] {
  const { publishable_key_context } = req as { publishable_key_context?: { sales_channel_ids: string[] } }
  return [...new Set(publishable_key_context?.sales_channel_ids ?? [])]
}

/**
 * The channels that were named, which must be the key's, else all of the key's.
 *
 * @throws sales_channel_not_in_key
 */
export function namedChannels(req: MedusaRequest, named: string[] | undefined): string[] {
  const ofKey = keyChannels(req)
  const foreign = named?.filter((id) => !ofKey.includes(id)) ?? []
  if (foreign.length > 0) {
    throw new TruestockError(
      "sales_channel_not_in_key",
      `Sales channel ${foreign.map(quoted).join(", ")} is not one of the publishable key's.`
    )
  }
  return named ? [...new Set(named)] : ofKey
}
