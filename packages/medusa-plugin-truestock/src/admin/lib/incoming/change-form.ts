import { dayOf } from "../local-day"
import type { Delivery } from "../stockroom/answers"
import { unitsOf } from "../stockroom/units"

export type ChangeForm = { units: string; expectedAt: Date | null; supplier: string; note: string }

export const changeForm = ({ quantity, expected_at, supplier, note }: Delivery): ChangeForm => ({
  units: String(quantity),
  expectedAt: expected_at ? new Date(expected_at) : null,
  ...{ supplier: supplier ?? "", note: note ?? "" },
})

/** The body of POST /admin/inventory/incoming/:id: what differs from the delivery; undefined while there is nothing. */
export function changeBody(delivery: Delivery, form: ChangeForm) {
  const [before, quantity] = [changeForm(delivery), unitsOf(form.units)]
  if (quantity === undefined) return undefined
  const [supplier, note] = [form.supplier.trim(), form.note.trim()]
  const body = {
    ...(quantity !== delivery.quantity && { quantity }),
    // The same day is no change, though the time of day may be another one.
    ...(dayOf(form.expectedAt) !== dayOf(before.expectedAt) && {
      expected_at: form.expectedAt?.toISOString() ?? null,
    }),
    ...(supplier !== before.supplier && { supplier: supplier || null }),
    ...(note !== before.note && { note: note || null }),
  }
  return Object.keys(body).length > 0 ? body : undefined
}
