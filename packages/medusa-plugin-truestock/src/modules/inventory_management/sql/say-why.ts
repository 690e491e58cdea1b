import { query, type Transaction } from "../../../database/connection"
import type { MovementContext } from "../movement"

/** What the ledger's triggers write beside the movements of this transaction from here on. */
export async function sayWhy(tx: Transaction, context: MovementContext): Promise<void> {
  await query(tx, "select set_config('truestock.context', :context, true)", {
    context: JSON.stringify(context),
  })
}
