import type { TruestockOptions } from "../../../options"
import type { LeadTimeDays, PolicyFacts, PolicyFields, SupplyFields } from "../facts"

/** A policy with every question answered. */
export type ResolvedPolicy = {
  low_stock_threshold: number
  safety_stock: number
  backorder_limit: number | null
  lead_time_days: LeadTimeDays | null
  release_date: string | null
  strict_on_sale_date: string | null
  allow_preorder: boolean
  discontinued: boolean
  not_for_sale: string | null
}

/** The policy that said a value; `supply` = none, but the variant's supplier; `default` = the plugin's options. */
export type PolicySource = "variant_location" | "variant" | "product" | "supply" | "default"

/** Each answer with where it comes from. */
export type ExplainedPolicy = {
  [Field in keyof ResolvedPolicy]: { value: ResolvedPolicy[Field]; from: PolicySource }
}

type Step = { from: PolicySource; fields: PolicyFields }

/**
 * The policy that holds for a variant, at one location if one is given: field by field the first that is said,
 * in the order variant + location, variant, product, the variant's supplier, plugin default.
 *
 * null says nothing, so people overrule whatever a supplier says by saying something else, but for one thing: they can
 * give `not_for_sale` a reason of their own, and cannot say that there is none. A restriction ends where it came from.
 */
export function resolvePolicy(
  policies: readonly PolicyFacts[],
  defaults: TruestockOptions,
  variantId: string | null,
  locationId: string | null = null
): ResolvedPolicy {
  const steps = stepsOf(policies, defaults, variantId, locationId)
  return eachField((field) => saying(steps, field).fields[field]) as ResolvedPolicy
}

/** The same, and for each field which step said it. */
export function explainPolicy(
  policies: readonly PolicyFacts[],
  defaults: TruestockOptions,
  variantId: string | null,
  locationId: string | null = null
): ExplainedPolicy {
  const steps = stepsOf(policies, defaults, variantId, locationId)
  return eachField((field) => {
    const { fields, from } = saying(steps, field)
    return { value: fields[field], from }
  }) as ExplainedPolicy
}

/** The most specific first; the last one has the last word, also where that is null. */
function stepsOf(
  policies: readonly PolicyFacts[],
  defaults: TruestockOptions,
  variantId: string | null,
  locationId: string | null
): Step[] {
  const steps: Step[] = []
  const add = (from: PolicySource, variant: string | null, location: string | null) => {
    const fields = policies.find(
      (p) =>
        p.variant_id === variant && p.location_id === location && (from === "supply") === Boolean(p.is_supply)
    )
    if (fields) steps.push({ from, fields })
  }
  if (variantId && locationId) add("variant_location", variantId, locationId)
  if (variantId) add("variant", variantId, null)
  add("product", null, null)
  if (variantId) add("supply", variantId, null)
  return [...steps, { from: "default", fields: defaultsOf(defaults) }]
}

const saying = (steps: Step[], field: keyof PolicyFields): Step =>
  steps.find(({ fields }) => fields[field] !== null) ?? steps.at(-1)!

const defaultsOf = (options: TruestockOptions): PolicyFields => ({
  low_stock_threshold: options.low_stock_threshold,
  safety_stock: options.safety_stock,
  backorder_limit: options.backorder_limit,
  lead_time_days: options.lead_time_days,
  release_date: null,
  strict_on_sale_date: null,
  allow_preorder: options.allow_preorder,
  discontinued: false,
  not_for_sale: null,
})

const eachField = <Answer>(answer: (field: keyof PolicyFields) => Answer) => ({
  low_stock_threshold: answer("low_stock_threshold"),
  safety_stock: answer("safety_stock"),
  backorder_limit: answer("backorder_limit"),
  lead_time_days: answer("lead_time_days"),
  release_date: answer("release_date"),
  strict_on_sale_date: answer("strict_on_sale_date"),
  allow_preorder: answer("allow_preorder"),
  discontinued: answer("discontinued"),
  not_for_sale: answer("not_for_sale"),
})

/** What a supplier says of a variant, as a step of its policies. */
export const policyOfSupply = (supply: SupplyFields & { variant_id: string }): PolicyFacts => ({
  low_stock_threshold: null,
  safety_stock: null,
  backorder_limit: null,
  lead_time_days: supply.lead_time_days,
  release_date: supply.release_date,
  strict_on_sale_date: supply.strict_on_sale_date,
  allow_preorder: supply.allow_preorder,
  discontinued: supply.discontinued,
  not_for_sale: supply.not_for_sale,
  variant_id: supply.variant_id,
  location_id: null,
  is_supply: true,
})
