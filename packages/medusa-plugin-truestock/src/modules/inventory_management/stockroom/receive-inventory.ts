import type { Connection } from "../../../database/connection"
import { type Asking, performOperation } from "../perform-operation"
import type { Received } from "./incoming"
import type { parseReceipt } from "./incoming-input"

/** An array per column; the rows of what was written say by n (from 1) which of those asked for they are. */
type Answer = {
  inventory_item_ids: string[]
  location_ids: string[]
  n: number[]
  stocked_quantity: number[]
  reserved_quantity: number[]
  incoming_quantity: number[]
}

/** Does the rows, and tells in their order what their levels have now. */
export async function receiveInventory(
  connection: Connection,
  input: ReturnType<typeof parseReceipt>,
  asking?: Asking
): Promise<Received[]> {
  const { answer } = await performOperation<Answer>(connection, "receive", { input }, asking)
  const received: Received[] = []
  answer.n.forEach((n, i) => {
    const { quantity, incoming_id = null } = input.rows[n - 1]!
    received[n - 1] = {
      inventory_item_id: answer.inventory_item_ids[n - 1]!,
      location_id: answer.location_ids[n - 1]!,
      ...{ quantity, incoming_id },
      stocked_quantity: answer.stocked_quantity[i]!,
      reserved_quantity: answer.reserved_quantity[i]!,
      incoming_quantity: answer.incoming_quantity[i]!,
    }
  })
  return received
}
