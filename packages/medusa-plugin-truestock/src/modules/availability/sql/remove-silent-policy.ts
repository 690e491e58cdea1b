import { query, type Transaction } from "../../../database/connection"
import { OF_POLICY_SCOPE, POLICY_COLUMNS, type PolicyScope, policyScopeBindings } from "./policy-scope"

/** Removes the policy of exactly this scope where it says nothing any more. */
export async function removeSilentPolicy(tx: Transaction, scope: PolicyScope): Promise<void> {
  await query(
    tx,
    `delete from availability_policy
     where ${OF_POLICY_SCOPE} and num_nonnulls(${POLICY_COLUMNS.join(", ")}) = 0`,
    policyScopeBindings(scope)
  )
}
