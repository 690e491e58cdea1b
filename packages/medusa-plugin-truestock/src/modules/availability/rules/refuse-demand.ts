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
    return { code: "insufficient_inventory", message: tooMany(judgement.variant_id, units, most, options) }
  }
  return null
}

/** How shoppers are told that a cart wants more of a variant than can be got. */
export function tooMany(
  variant_id: string,
  units: number,
  most: number,
  options: Pick<TruestockOptions, "expose_quantity">
): string {
  const offer = options.expose_quantity ? `${most} can be got now` : "fewer can be got now"
  return `Of variant ${quoted(variant_id)} ${units} were requested in one cart; ${offer}.`
}
