import type { LeadTime, Policy, PolicyFields, PolicyScope } from "./answers"

export const UNITS_FIELDS = ["low_stock_threshold", "safety_stock", "backorder_limit"] as const
export const MOMENT_FIELDS = ["release_date", "strict_on_sale_date"] as const
export const CHOICE_FIELDS = ["allow_preorder", "discontinued"] as const
export const CHOICES = ["inherit", "yes", "no"] as const
export const POLICY_FIELDS = [
  ...UNITS_FIELDS,
  "lead_time_days",
  ...MOMENT_FIELDS,
  ...CHOICE_FIELDS,
  "not_for_sale",
] as const satisfies (keyof PolicyFields)[]

export type Choice = (typeof CHOICES)[number]

/** A policy as its inputs hold it; an empty one inherits. */
export type PolicyForm = Record<(typeof UNITS_FIELDS)[number], string> &
  Record<(typeof MOMENT_FIELDS)[number], Date | null> &
  Record<(typeof CHOICE_FIELDS)[number], Choice> & {
    lead_time_min: string
    lead_time_max: string
    not_for_sale: string
  }

export const isSamePolicyScope = (one: PolicyScope, other: PolicyScope): boolean =>
  one.variant_id === other.variant_id && one.location_id === other.location_id

const text = (value: number | null | undefined) => (value == null ? "" : String(value))
const moment = (value: string | null | undefined) => (value ? new Date(value) : null)
const choice = (value: boolean | null | undefined): Choice =>
  value == null ? "inherit" : value ? "yes" : "no"

/** The form of a policy; of a scope without one, everything inherits. */
export function policyForm(policy: Policy | undefined): PolicyForm {
  return {
    low_stock_threshold: text(policy?.low_stock_threshold),
    safety_stock: text(policy?.safety_stock),
    backorder_limit: text(policy?.backorder_limit),
    lead_time_min: text(policy?.lead_time_days?.min),
    lead_time_max: text(policy?.lead_time_days?.max),
    release_date: moment(policy?.release_date),
    strict_on_sale_date: moment(policy?.strict_on_sale_date),
    allow_preorder: choice(policy?.allow_preorder),
    discontinued: choice(policy?.discontinued),
    not_for_sale: policy?.not_for_sale ?? "",
  }
}

/** What the form says: null inherits. */
export function policyFields(form: PolicyForm): PolicyFields {
  return {
    low_stock_threshold: units(form.low_stock_threshold),
    safety_stock: units(form.safety_stock),
    backorder_limit: units(form.backorder_limit),
    lead_time_days: leadTime(form),
    release_date: form.release_date?.toISOString() ?? null,
    strict_on_sale_date: form.strict_on_sale_date?.toISOString() ?? null,
    allow_preorder: form.allow_preorder === "inherit" ? null : form.allow_preorder === "yes",
    discontinued: form.discontinued === "inherit" ? null : form.discontinued === "yes",
    not_for_sale: form.not_for_sale.trim() || null,
  }
}

/** The fields that the form changes: what is left out stays as somebody else may have set it meanwhile. */
export function changedFields(before: PolicyForm, form: PolicyForm): Partial<PolicyFields> {
  const was = policyFields(before)
  const changed = Object.entries(policyFields(form)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof PolicyFields])
  )
  return Object.fromEntries(changed)
}

/** What is wrong with the days: only one of the two is given, or they are the wrong way round. */
export function leadTimeProblem(form: PolicyForm): "incomplete" | "reversed" | undefined {
  const [min, max] = [units(form.lead_time_min), units(form.lead_time_max)]
  if ((min === null) !== (max === null)) return "incomplete"
  return min !== null && max !== null && min > max ? "reversed" : undefined
}

function leadTime(form: PolicyForm): LeadTime | null {
  const [min, max] = [units(form.lead_time_min), units(form.lead_time_max)]
  return min === null || max === null ? null : { min, max }
}

function units(value: string): number | null {
  return value.trim() === "" ? null : Number(value)
}
