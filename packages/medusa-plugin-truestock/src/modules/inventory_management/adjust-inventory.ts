import type { Connection } from "../../database/connection"
import type { Adjusted, FailedAdjustment } from "./adjustment"
import type { parseAdjustments } from "./adjustment-input"
import { type Asking, performOperation } from "./perform-operation"

type Done = Omit<Adjusted, "reason"> & { n: number; level_id: string }
type Failed = Omit<FailedAdjustment, "row"> & { n: number }

/** Does the rows, and tells of each what became of it, in their order. */
export async function adjustInventory(
  connection: Connection,
  input: ReturnType<typeof parseAdjustments>,
  asking?: Asking
): Promise<{ adjusted: Adjusted[]; failed: FailedAdjustment[] }> {
  const { answer } = await performOperation<{ rows: Done[]; failed: Failed[] }>(
    connection,
    "adjust",
    { input },
    asking
  )
  return {
    adjusted: answer.rows.map(({ n, level_id: _, ...done }) => ({ ...done, reason: input.rows[n]!.reason })),
    failed: answer.failed.map(({ n, inventory_item_id, location_id, code, message }) => ({
      ...{ row: n, inventory_item_id, location_id, code, message },
    })),
  }
}
