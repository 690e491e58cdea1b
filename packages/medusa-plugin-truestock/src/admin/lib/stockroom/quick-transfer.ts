import type { StockedLevel } from "../answers"
import { unitsOf } from "./units"

/** How far a transfer goes at once: only noted, on its way, or there already. */
export const REACHES = ["received", "in_transit", "draft"] as const
export type Reach = (typeof REACHES)[number]

export type QuickTransferForm = {
  fromId: string | undefined
  toId: string | undefined
  units: string
  note: string
  reach: Reach
}

export type QuickTransfer = { body: object; reach: Reach; quantity: number }

/** A transfer of one item; undefined while something is missing. */
export function quickTransfer(itemId: string, form: QuickTransferForm): QuickTransfer | undefined {
  const { fromId, toId, reach } = form
  const [quantity, note] = [unitsOf(form.units), form.note.trim()]
  if (!fromId || !toId || fromId === toId || quantity === undefined) return undefined
  const body = {
    ...{ from_location_id: fromId, to_location_id: toId },
    lines: [{ inventory_item_id: itemId, quantity }],
    ...(note && { note }),
  }
  return { body, reach, quantity }
}

/** Whether more would leave than is free there; the server decides, since others may change it meanwhile. */
export function isTooMuch(level: StockedLevel | undefined, units: string): boolean {
  return level !== undefined && (unitsOf(units) ?? 0) > level.available_quantity
}
