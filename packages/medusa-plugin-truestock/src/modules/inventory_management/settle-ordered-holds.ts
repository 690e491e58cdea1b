import type { Connection } from "../../database/connection"
import { performOperation } from "./perform-operation"
import { findOrderedHolds, type OrderedHold } from "./sql/find-ordered-holds"

/** What somebody else has done with a hold meanwhile, or what it is worth no more. */
const IS_OVER = [
  "reservation_ended",
  "reservation_expired",
  "reservation_not_found",
  "insufficient_inventory",
]

/**
 * Settles the holds that orders have left: confirms what the order never got, and releases the rest. One transaction
 * each; may run in several processes at once. Answers how many were settled.
 */
export async function settleOrderedHolds(connection: Connection): Promise<number> {
  const over = new Set<string>()
  let settled = 0
  for (;;) {
    // Looked for anew each time: two holds may have found the same line.
    const hold = (await findOrderedHolds(connection)).find(({ id }) => !over.has(id))
    if (!hold) return settled
    over.add(hold.id)
    if (await settle(connection, hold)) settled++
  }
}

async function settle(connection: Connection, { id, line_item_id }: OrderedHold): Promise<boolean> {
  try {
    if (line_item_id) await performOperation(connection, "confirm", { input: { id, line_item_id } })
    else await performOperation(connection, "release", { input: { id } })
    return true
  } catch (error) {
    if (IS_OVER.includes((error as { code?: string }).code ?? "")) return false
    throw error
  }
}
