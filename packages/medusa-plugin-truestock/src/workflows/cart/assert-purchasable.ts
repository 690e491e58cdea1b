import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { TruestockError } from "../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../modules/availability"
import { refuseDemand } from "../../modules/availability/rules/refuse-demand"

/** A line of a cart, wanted or there already. Without variant it is the shop's own (a fee, a gift wrap). */
export type CartLine = { variant_id?: string | null; quantity?: Parameters<typeof MathBN.convert>[0] | null }

/**
 * Refuses what the sales channel cannot sell now. Lines of one variant count together.
 *
 * @param wanted the lines that are asked for
 * @param held what else the cart holds; of it only the variants that are wanted are looked at
 * @param cartId whose holds do not stand in the way: they are this cart's
 * @throws not_purchasable, insufficient_inventory
 */
export async function assertPurchasable(
  container: MedusaContainer,
  salesChannelId: string | null | undefined,
  wanted: CartLine[],
  held: CartLine[] = [],
  cartId: string | null = null
): Promise<void> {
  const variantIds = variantsOf(wanted)
  if (variantIds.length === 0) return
  const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const judgements = await availability.judgeForSale(variantIds, salesChannelId ?? null, cartId)
  const lines = [...held, ...wanted]
  for (const judgement of judgements) {
    const units = unitsOf(judgement.variant_id, lines)
    const refusal = refuseDemand(judgement, units, availability.storeOptions)
    if (refusal) throw new TruestockError(refusal.code, refusal.message)
  }
}

/** The variants of the lines, each once. */
export function variantsOf(lines: CartLine[]): string[] {
  return [...new Set(lines.flatMap((line) => line.variant_id ?? []))]
}

function unitsOf(variantId: string, lines: CartLine[]): number {
  return lines
    .filter((line) => line.variant_id === variantId)
    .reduce((units, line) => units + MathBN.convert(line.quantity ?? 1).toNumber(), 0)
}
