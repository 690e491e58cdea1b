import type { Connection } from "../../database/connection"
import { performOperation } from "./perform-operation"
import { findOrderedHolds, type OrderedHold } from "./sql/find-ordered-holds"

/** What somebody else has done with a hold meanwhile, what it is worth no more, and that it cannot last longer. */
const IS_OVER = [
  ...["reservation_ended", "reservation_expired", "reservation_not_found"],
  ...["insufficient_inventory", "invalid_expiry"],
]
/** Longer than an order may take, and looked at several times until then. */
const UNTIL_SETTLED_SECONDS = 180

/**
 * Settles the holds that orders have left: confirms what the order never got, and releases the rest. What an order may
 * still be about to take is kept until that is clear. One transaction each; may run in several processes at once. One
 * that cannot be settled stops no other. Answers how many were settled.
 *
 * @throws the first thing that went wrong, after the last hold
 */
export async function settleOrderedHolds(connection: Connection): Promise<number> {
  const over = new Set<string>()
  const failures: unknown[] = []
  let settled = 0
  for (;;) {
    // Looked for anew each time: two holds may have found the same line.
    const hold = (await findOrderedHolds(connection)).find(({ id }) => !over.has(id))
    if (!hold) break
    over.add(hold.id)
    try {
      if (await settle(connection, hold)) settled++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return settled
}

async function settle(connection: Connection, hold: OrderedHold): Promise<boolean> {
  const { id, line_item_id, is_placing } = hold
  try {
    if (is_placing) {
      await performOperation(connection, "extend", { input: { id, ttl_seconds: UNTIL_SETTLED_SECONDS } })
      return false
    }
    if (line_item_id) await performOperation(connection, "confirm", { input: { id, line_item_id } })
    else await performOperation(connection, "release", { input: { id } })
    return true
  } catch (error) {
    if (IS_OVER.includes((error as { code?: string }).code ?? "")) return false
    throw error
  }
}
