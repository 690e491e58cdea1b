import type { Connection } from "../../../database/connection"
import type { Adjusted, FailedAdjustment } from "./adjustment"
import type { parseAdjustments } from "./adjustment-input"
import { type Asking, performOperation } from "../perform-operation"

/** Of the rows that were done, an array per column: a tenth of what ten thousand objects take. */
type Answer = {
  n: number[]
  stocked_quantity: number[]
  reserved_quantity: number[]
  failed: (Omit<FailedAdjustment, "row"> & { n: number })[]
}

/** Does the rows, and tells of each what became of it, in their order. */
export async function adjustInventory(
  connection: Connection,
  input: ReturnType<typeof parseAdjustments>,
  asking?: Asking
): Promise<{ adjusted: Adjusted[]; failed: FailedAdjustment[] }> {
  const { answer } = await performOperation<Answer>(connection, "adjust", { input }, asking)
  const adjusted: Adjusted[] = []
  answer.n.forEach((n, i) => {
    const { inventory_item_id, location_id, adjustment, because = input.because } = input.rows[n]!
    adjusted[n] = {
      ...{ inventory_item_id, location_id, adjustment, reason: because.reason },
      ...{ stocked_quantity: answer.stocked_quantity[i]!, reserved_quantity: answer.reserved_quantity[i]! },
    }
  })
  return {
    adjusted: adjusted.filter(Boolean),
    failed: answer.failed.map(({ n, inventory_item_id, location_id, code, message }) => ({
      ...{ row: n, inventory_item_id, location_id, code, message },
    })),
  }
}
