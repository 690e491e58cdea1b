import type { Connection } from "../../database/connection"
import type { TruestockOptions } from "../../options"
import { countSellable } from "./rules/count-sellable"
import { readSaleFacts } from "./sql/read-sale-facts"

/**
 * Units that can be sold of each variant now (null = no limit): read live, never from the read model. Of several channels
 * the one with the most; a channel that does not sell the product says nothing. What no channel sells is left out.
 */
export async function readSellable(
  connection: Connection,
  variantIds: string[],
  salesChannelIds: string[],
  options: TruestockOptions
): Promise<Map<string, number | null>> {
  const perChannel = await Promise.all(
    salesChannelIds.map((channel) => readSaleFacts(connection, variantIds, channel, null))
  )
  const most = new Map<string, number | null>()
  for (const { facts, now } of perChannel) {
    for (const each of facts) {
      if (!each.is_published || !each.is_in_channel) continue
      const [units, before] = [countSellable(each, now, options), most.get(each.variant.id)]
      most.set(each.variant.id, units === null || before === null ? null : Math.max(units, before ?? 0))
    }
  }
  return most
}
