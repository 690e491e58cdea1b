import { query, type Transaction } from "../../../database/connection"

/**
 * Where triggers were missing, reservations may have changed unseen: what is known of each level is counted anew at its
 * next promise. In the transaction that attaches the triggers, so that it cannot be lost; on a first start there is
 * nothing to forget. The books are not touched; the doctor shows the gap.
 */
export async function forgetDrift(tx: Transaction): Promise<void> {
  await query(tx, "update level_guard set drift = null where drift is not null")
}
