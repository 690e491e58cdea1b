import { query, type Transaction } from "../../../database/connection"
import { OF_SCOPE, type OverrideScope, scopeBindings } from "./override-scope"

/** Removes the override of exactly this scope; none there is no error. */
export async function removeOverride(tx: Transaction, scope: OverrideScope): Promise<void> {
  await query(tx, `delete from availability_override where ${OF_SCOPE}`, scopeBindings(scope))
}
