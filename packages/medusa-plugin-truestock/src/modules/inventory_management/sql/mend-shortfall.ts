import { query, type Transaction } from "../../../database/connection"

/** Opens, corrects or ends the shortfall of a level that the caller has locked, as the ledger does when it moves. */
export async function mendShortfall(tx: Transaction, level_id: string): Promise<void> {
  await query(tx, "select truestock_shortfall(array[cast(:level_id as text)])", { level_id })
}
