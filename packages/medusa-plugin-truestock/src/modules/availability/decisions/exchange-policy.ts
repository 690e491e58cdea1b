import type { Transaction } from "../../../database/connection"
import { parsePolicy, type PolicyInput } from "../policy-input"
import type { PolicyColumns, PolicyScope } from "../sql/policy-scope"
import { putPolicy } from "../sql/put-policy"
import { readPolicy } from "../sql/read-policy"
import { removeSilentPolicy } from "../sql/remove-silent-policy"
import { assertLocation, assertVariant } from "./assert-known"
import { type AvailabilityResult, changeProduct, type Decider } from "./change-product"

/** The columns of one policy: as they are to be, or as they were. */
export type PolicyChange = { scope: PolicyScope; columns: PolicyColumns }

/**
 * Changes the named fields of a policy (null clears one), and answers what they said before, read under the same
 * lock. A policy that says nothing any more is removed. The guard reads its floor from here when it needs one, so a
 * changed limit holds from this commit on.
 *
 * Of a variant or location that is no more a policy can still be cleared.
 *
 * @throws product_not_found, variant_not_found, unknown_location, invalid_policy
 */
export async function exchangePolicy(
  decider: Decider,
  input: PolicyInput
): Promise<{ result: AvailabilityResult; previous: PolicyChange }> {
  const { scope, columns } = parsePolicy(input)
  const { result, done } = await changeProduct(decider, scope.product_id, async (tx) => {
    const before = await readPolicy(tx, scope)
    const isCleared = before !== null && Object.values(columns).every((value) => value === null)
    if (!isCleared) {
      await assertVariant(tx, scope)
      await assertLocation(tx, scope.location_id)
    }
    await write(tx, { scope, columns })
    return Object.fromEntries(Object.keys(columns).map((name) => [name, before?.[name] ?? null]))
  })
  return { result, previous: { scope, columns: done } }
}

/**
 * Puts back what exchangePolicy answered, whatever has become of the variant and the location; fields that others
 * have changed meanwhile stay. For compensation; what is new goes through exchangePolicy.
 *
 * @throws product_not_found
 */
export async function restorePolicy(decider: Decider, previous: PolicyChange): Promise<AvailabilityResult> {
  return (await changeProduct(decider, previous.scope.product_id, (tx) => write(tx, previous))).result
}

async function write(tx: Transaction, { scope, columns }: PolicyChange): Promise<void> {
  await putPolicy(tx, scope, columns)
  await removeSilentPolicy(tx, scope)
}
