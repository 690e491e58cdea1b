import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../errors"
import { storableText } from "../../storable-text"
import type { PolicyColumns, PolicyScope } from "./sql/put-policy"

const id = storableText.min(1)
const units = z.number().int().min(0).max(2_147_483_647)
const days = z.number().int().min(0).max(3650)
const moment = z
  .union([z.date(), z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((value) => new Date(value))

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

/**
 * What setPolicy takes. A field that is left out stays as it is, null clears it; dates are Dates or ISO strings.
 * `not_for_sale` is the reason (restricted, withdrawn, recalled).
 */
export type PolicyInput = z.input<typeof policySchema>

/** Checks a policy and splits it into its scope and the columns that change. */
export function parsePolicy(input: PolicyInput): { scope: PolicyScope; columns: PolicyColumns } {
  const parsed = policySchema.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new TruestockError(
      "invalid_policy",
      `Policy ${quoted(input)} is wrong. ${issue?.path.join(".") || "policy"}: ${issue?.message}`
    )
  }
  const { product_id, variant_id, location_id, lead_time_days, ...rest } = parsed.data
  if (location_id && !variant_id) {
    throw new TruestockError(
      "invalid_policy",
      `Policy for location ${quoted(location_id)} needs a variant_id too.`
    )
  }
  const leadTime =
    lead_time_days === undefined
      ? {}
      : { lead_time_min_days: lead_time_days?.min ?? null, lead_time_max_days: lead_time_days?.max ?? null }
  const columns = Object.entries({ ...rest, ...leadTime }).filter(([, value]) => value !== undefined)
  return {
    scope: { product_id, variant_id, location_id },
    columns: Object.fromEntries(columns) as PolicyColumns,
  }
}
