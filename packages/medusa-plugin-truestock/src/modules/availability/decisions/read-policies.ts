import { type ExplainedPolicy, explainPolicy, policyOfSupply } from "../rules/resolve-policy"
import { listPolicies, type Policy } from "../sql/list-policies"
import { listSupplies, type Supply } from "../sql/list-supply"
import type { PolicyScope } from "../sql/policy-scope"
import { assertLocation, assertProduct, assertVariant } from "./assert-known"
import type { Decider } from "./change-product"

/**
 * The policies of a product, what its suppliers say, and what they come to for the scope that is asked for.
 *
 * @throws product_not_found, variant_not_found, unknown_location
 */
export async function readPolicies(
  { connection, options }: Decider,
  { product_id, variant_id, location_id }: PolicyScope
): Promise<{ policies: Policy[]; supplies: Supply[]; resolved: ExplainedPolicy }> {
  await assertProduct(connection, product_id)
  await assertVariant(connection, { product_id, variant_id })
  await assertLocation(connection, location_id)
  const policies = await listPolicies(connection, product_id)
  const supplies = await listSupplies(connection, product_id)
  const said = [...policies, ...supplies.map(policyOfSupply)]
  return { policies, supplies, resolved: explainPolicy(said, options, variant_id ?? null, location_id) }
}
