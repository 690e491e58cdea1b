import { isUnanswered, type Refusal } from "../refusal"

/** Those that say something of their own under `truestock.stockroom.refused`; any other is told in the server's words. */
export const TOLD_REFUSALS = [
  "invalid_quantity",
  "insufficient_inventory",
  "negative_stock",
  "unknown_level",
  "unknown_location",
  "inactive_location",
  "incoming_not_found",
  "incoming_closed",
  "incoming_exceeded",
  "currency_differs",
  "invalid_cost",
  "transfer_not_found",
  "transfer_state",
  "transfer_exceeded",
  "count_not_found",
  "count_closed",
  "stock_busy",
] as const

/** `item`: the id of the item that it is about, where the server says so. */
export type StockRefusal = {
  key: string
  units: { requested?: number; available?: number }
  item: string | undefined
  message: string
}

/** How to tell an operator why the stockroom did not do what was asked. */
export function stockRefusal(error: Error): StockRefusal {
  const refusal = { units: {}, item: undefined, message: error.message }
  if (isUnanswered(error)) return { ...refusal, key: "unanswered" }
  const { code, about } = error as Refusal
  const key = TOLD_REFUSALS.find((known) => known === code) ?? "other"
  if (key !== "insufficient_inventory") return { ...refusal, key }
  const { requested, available, inventory_item_id } = about
  // Where a whole paper is refused, the server need not say by how much.
  if (requested === undefined || available === undefined) return { ...refusal, key: "not_enough" }
  return {
    ...{ key, message: error.message },
    units: { requested: Number(requested), available: Number(available) },
    item: typeof inventory_item_id === "string" ? inventory_item_id : undefined,
  }
}

/** What the server says, with names for the ids in it that are known by one. */
export function withNames(message: string, called: readonly { id: string; name: string }[]): string {
  return called.reduce((text, { id, name }) => text.replaceAll(id, `“${name}”`), message)
}
