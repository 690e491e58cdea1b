import { query, type Transaction } from "../../../database/connection"

/** Whether a moment is over by the clock that ends overrides. */
export async function hasPassed(tx: Transaction, moment: Date): Promise<boolean> {
  const [row] = await query<{ passed: boolean }>(
    tx,
    "select cast(:moment as timestamptz) <= truestock_now() as passed",
    { moment }
  )
  return row!.passed
}
