import { quoted, TruestockError } from "../../../../../../errors"
import type { PolicyInput } from "../../../../../../modules/availability"
import { POLICY_FIELDS } from "../../../../../../modules/availability/policy-input"
import { bodyFields } from "../../../../../body-fields"
import { parseQuery, type Refusals, text } from "../../../../../query-parameters"

const scope = { variant_id: text, location_id: text }

const refusals: Refusals<typeof scope> = {
  variant_id: ["invalid_parameter", "the id of a variant"],
  location_id: ["invalid_parameter", "the id of a stock location"],
}

/** The fields of a policy; what they hold is judged where it is set. */
export function parsePolicyBody(body: unknown): Omit<PolicyInput, "product_id"> {
  return bodyFields(["variant_id", "location_id", ...POLICY_FIELDS], body) as Omit<PolicyInput, "product_id">
}

/** For whom the policies are resolved: no variant = the product, no location = wherever. */
export function parsePolicyQuery(query: Record<string, unknown>): {
  variant_id?: string
  location_id?: string
} {
  const { variant_id, location_id } = parseQuery(scope, refusals, query)
  if (location_id !== undefined && variant_id === undefined) {
    throw new TruestockError(
      "invalid_parameter",
      `Parameter location_id has the value ${quoted(location_id)}; it needs a variant_id too.`
    )
  }
  return { variant_id, location_id }
}
