import { quoted, type TruestockErrorCode } from "../../../errors"
import type { TruestockOptions } from "../../../options"
import type { SaleJudgement } from "./judge-for-sale"

export type Refusal = { code: TruestockErrorCode; message: string }

/**
 * Why a cart may not hold so many units of a variant, in all its lines together; null = it may. Shoppers read the
 * message: it does not tell a hidden product from one that never was, nor why it is so (a recall, somebody's decision),
 * nor how many there are where the shop does not.
 */
export function refuseDemand(
  judgement: SaleJudgement,
  units: number,
  options: Pick<TruestockOptions, "expose_quantity">
): Refusal | null {
  const { status, purchasable, most_per_order: most } = judgement
  const variant = quoted(judgement.variant_id)
  if (!purchasable) {
    const why = status === null ? "the sales channel shows no such variant" : `it is ${status}`
    return { code: "not_purchasable", message: `Variant ${variant} cannot be bought now: ${why}.` }
  }
  if (most !== null && units > most) {
    const offer = options.expose_quantity ? `${most} can be got now` : "fewer can be got now"
    return {
      code: "insufficient_inventory",
      message: `Of variant ${variant} ${units} were requested in one cart; ${offer}.`,
    }
  }
  return null
}
