import { MathBN } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import { quoted, TruestockError } from "../../../errors"

/** No reservation is as large; it keeps infinity and NaN out, which Postgres sorts above every number. */
export const LARGEST_QUANTITY = 1e15

/** A line as core checks it against a level. */
export type Demand = {
  inventory_item_id?: string
  location_id?: string
  quantity?: BigNumberInput
  allow_backorder?: boolean
}

/**
 * The demands as core is to check them, each against its level by itself:
 * - lines of one level are added up, so that 30 + 30 of 50 is 60;
 * - a line that does not grow is not checked at all (core refuses to shrink a reservation where available is
 *   below zero, as it is while a fully reserved item is being fulfilled), nor what a workflow takes back.
 */
export function demandsToCheck<D extends Demand>(demands: D[], isCompensation: boolean): D[] {
  const grows = (demand: D) =>
    !demand.allow_backorder && demand.quantity !== undefined && MathBN.gt(demand.quantity, 0)
  const totals = new Map<string, BigNumberInput>()
  for (const demand of demands.filter(grows)) {
    totals.set(levelOf(demand), MathBN.add(totals.get(levelOf(demand)) ?? 0, demand.quantity!))
  }
  return demands.map((demand) =>
    grows(demand) && !isCompensation
      ? { ...demand, quantity: totals.get(levelOf(demand)) }
      : { ...demand, allow_backorder: true }
  )
}

const levelOf = (demand: Demand) => JSON.stringify([demand.inventory_item_id, demand.location_id])

/**
 * Refuses quantities that promise nothing that exists. Zero is left to core where an order line stands behind it:
 * an order edit that leaves nothing to reserve writes such a row.
 *
 * @throws invalid_quantity
 */
export function assertQuantities(
  lines: { quantity?: unknown; line_item_id?: string | null; inventory_item_id?: string; id?: string }[]
): void {
  for (const line of lines) {
    if (line.quantity === undefined) continue
    const quantity = numberOf(line.quantity)
    if (
      !(quantity >= 0 && quantity < LARGEST_QUANTITY) ||
      (quantity === 0 && !line.line_item_id && !line.id)
    ) {
      throw new TruestockError(
        "invalid_quantity",
        `Quantity ${quoted(line.quantity)} of ${line.inventory_item_id ?? line.id} makes no reservation. Use a number of units above 0.`
      )
    }
  }
}

/** Core takes a quantity as number, text, or an object that holds one. */
function numberOf(quantity: unknown): number {
  if (typeof quantity === "object" && quantity !== null && "value" in quantity) {
    return numberOf(quantity.value)
  }
  return typeof quantity === "string" && quantity.trim() === "" ? NaN : Number(quantity)
}
