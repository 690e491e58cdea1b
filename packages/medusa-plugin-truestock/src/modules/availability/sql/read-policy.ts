import { query, type Transaction } from "../../../database/connection"
import {
  OF_POLICY_SCOPE,
  POLICY_COLUMNS,
  type PolicyColumns,
  type PolicyScope,
  policyScopeBindings,
} from "./policy-scope"

/** What the policy of exactly this scope says, or null where there is none. The caller has locked the product. */
export async function readPolicy(tx: Transaction, scope: PolicyScope): Promise<PolicyColumns | null> {
  const [row] = await query<PolicyColumns>(
    tx,
    `select ${POLICY_COLUMNS.join(", ")} from availability_policy where ${OF_POLICY_SCOPE}`,
    policyScopeBindings(scope)
  )
  return row ?? null
}
