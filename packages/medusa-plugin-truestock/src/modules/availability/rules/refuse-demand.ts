import { quoted, type TruestockErrorCode } from "../../../errors"
import type { SaleJudgement } from "./judge-for-sale"

export type Refusal = { code: TruestockErrorCode; message: string }

/**
 * Why a cart may not hold so many units of a variant, in all its lines together; null = it may.
 */
export function refuseDemand(judgement: SaleJudgement, units: number): Refusal | null {
  const { variant_id, status, reason, purchasable, most_per_order: most } = judgement
  if (!purchasable) {
    return {
      code: "not_purchasable",
      message: `Variant ${quoted(variant_id)} cannot be bought now: it is ${status ?? "not shown here"} (${reason}).`,
    }
  }
  if (most !== null && units > most) {
    return {
      code: "insufficient_inventory",
      message: `Of variant ${quoted(variant_id)} ${units} were requested in one cart; ${most} can be got now.`,
    }
  }
  return null
}
