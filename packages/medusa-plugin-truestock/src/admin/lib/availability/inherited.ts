import type { Policy, PolicyAnswer, PolicyFields, PolicyScope, PolicyStep, Supply } from "./answers"
import { isSamePolicyScope } from "./policy-form"

export type Inherited<Field extends keyof PolicyFields = keyof PolicyFields> = {
  from: PolicyStep
  /** Undefined where only the shop's server knows it: the plugin's default, below a value of this scope. */
  value: PolicyFields[Field] | undefined
}

/** What holds of a field where the scope itself says nothing: variant and location, variant, product, supplier, default. */
export function inherited<Field extends keyof PolicyFields>(
  field: Field,
  scope: PolicyScope,
  { policies, supplies, resolved }: PolicyAnswer
): Inherited<Field> {
  for (const [from, step] of stepsAbove(scope)) {
    const value = policies.find((policy: Policy) => isSamePolicyScope(policy, step))?.[field]
    if (value != null) return { from, value }
  }
  const supplied = suppliedTo(scope, field, supplies)
  if (supplied != null) return { from: "supply", value: supplied }
  const known = resolved[field]
  return { from: "default", value: known?.from === "default" ? known.value : undefined }
}

/** A supplier says nothing of the product as a whole. */
function suppliedTo<Field extends keyof PolicyFields>(
  { variant_id }: PolicyScope,
  field: Field,
  supplies: Supply[]
): PolicyFields[Field] | undefined {
  const supply: Partial<PolicyFields> | undefined = supplies.find((each) => each.variant_id === variant_id)
  return supply?.[field]
}

function stepsAbove({ variant_id, location_id }: PolicyScope): [PolicyStep, PolicyScope][] {
  const variant: [PolicyStep, PolicyScope] = ["variant", { variant_id, location_id: null }]
  const product: [PolicyStep, PolicyScope] = ["product", { variant_id: null, location_id: null }]
  if (location_id) return [variant, product]
  return variant_id ? [product] : []
}
