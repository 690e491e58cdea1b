import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../errors"
import { storableText } from "../../storable-text"
import { moment } from "./moment"
import type { PolicyColumns, PolicyScope } from "./sql/policy-scope"

const LONGEST_ID = 255

const id = storableText.min(1).max(LONGEST_ID)
const units = z.number().int().min(0).max(2_147_483_647)
const days = z.number().int().min(0).max(3650)
const policySchema = z.strictObject({
  product_id: id,
  variant_id: id.nullish(),
  location_id: id.nullish(),
  low_stock_threshold: units.nullish(),
  safety_stock: units.nullish(),
  backorder_limit: units.nullish(),
  lead_time_days: z
    .strictObject({ min: days, max: days })
    .refine((range) => range.min <= range.max, "min must not exceed max")
    .nullish(),
  release_date: moment.nullish(),
  strict_on_sale_date: moment.nullish(),
  allow_preorder: z.boolean().nullish(),
  discontinued: z.boolean().nullish(),
  not_for_sale: storableText.min(1).max(200).nullish(),
})

/** Everything that a policy can say, by the names that callers know. */
export const POLICY_FIELDS = Object.keys(policySchema.shape).filter((name) => !name.endsWith("_id"))

/**
 * What setPolicy takes. A field that is left out stays as it is, null clears it; dates are Dates or ISO strings.
 * `not_for_sale` is the reason (restricted, withdrawn, recalled).
 */
export type PolicyInput = z.input<typeof policySchema>

/** Checks a policy and splits it into its scope and the columns that change, of which there must be some. */
export function parsePolicy(input: PolicyInput): { scope: PolicyScope; columns: PolicyColumns } {
  const parsed = policySchema.safeParse(input)
  if (!parsed.success) throw refusal(input, parsed.error.issues[0]!)
  const { product_id, variant_id, location_id, lead_time_days, ...rest } = parsed.data
  if (location_id && !variant_id) {
    throw new TruestockError(
      "invalid_policy",
      `Policy for location_id ${quoted(location_id)} needs a variant_id too.`
    )
  }
  const leadTime =
    lead_time_days === undefined
      ? {}
      : { lead_time_min_days: lead_time_days?.min ?? null, lead_time_max_days: lead_time_days?.max ?? null }
  const columns = Object.entries({ ...rest, ...leadTime }).filter(([, value]) => value !== undefined)
  if (columns.length === 0) {
    throw new TruestockError(
      "invalid_policy",
      `Policy ${quoted(input)} says nothing. Name at least one of ${POLICY_FIELDS.join(", ")}; null clears it.`
    )
  }
  return {
    scope: { product_id, variant_id, location_id },
    columns: Object.fromEntries(columns) as PolicyColumns,
  }
}

/** Names the field and its whole value, and what of it is wrong. */
function refusal(input: unknown, issue: z.core.$ZodIssue): TruestockError {
  const isUnknown = issue.code === "unrecognized_keys"
  const [name, ...deeper] = isUnknown ? [...issue.path, issue.keys[0]!] : issue.path
  if (name === undefined) return new TruestockError("invalid_policy", `Policy ${quoted(input)} is none.`)
  const value = (input as Record<PropertyKey, unknown>)[name]
  const within = deeper.length > 0 ? `${quoted(deeper.join("."))}: ` : ""
  const what = isUnknown ? `unknown. Use ${POLICY_FIELDS.join(", ")}` : issue.message
  return new TruestockError(
    "invalid_policy",
    `Field ${quoted(name)} with the value ${quoted(value)} is wrong. ${within}${what}`
  )
}
