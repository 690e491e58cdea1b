import type { Delivery } from "../stockroom/answers"
import { costBody, type CostForm } from "../stockroom/cost"
import { unitsOf } from "../stockroom/units"

export type ReceiptForm = { units: string; cost: CostForm; note: string }

/** What came of a delivery: all that is left of it, at its cost. */
export function receiptForm(
  delivery?: Pick<Delivery, "remaining_quantity" | "unit_cost" | "currency_code">
): ReceiptForm {
  return {
    units: delivery ? String(delivery.remaining_quantity) : "",
    cost: {
      unitCost: delivery?.unit_cost?.toString() ?? "",
      currency: delivery?.currency_code ?? undefined,
    },
    note: "",
  }
}

type Where = { incoming_id: string } | { inventory_item_id: string; location_id: string }
export type ReceiptBody = Where & {
  quantity: number
  unit_cost?: number
  currency_code?: string
  note?: string
}

/** The body of POST /admin/inventory/receive; undefined while something is missing. */
export function receiptBody(where: Where, { units, cost, note }: ReceiptForm): ReceiptBody | undefined {
  const [quantity, costs] = [unitsOf(units), costBody(cost)]
  if (quantity === undefined || !costs) return undefined
  return { ...where, quantity, ...costs, ...(note.trim() && { note: note.trim() }) }
}
