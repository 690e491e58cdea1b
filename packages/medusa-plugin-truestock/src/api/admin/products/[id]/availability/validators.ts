import type { OverrideInput } from "../../../../../modules/availability"
import { bodyFields } from "../../../../body-fields"
import { parseQuery, type Refusals, text } from "../../../../query-parameters"

const FIELDS = ["status", "notes", "note_visible", "expires_at", "variant_id", "sales_channel_id"] as const

const scope = { variant_id: text, sales_channel_id: text }

const refusals: Refusals<typeof scope> = {
  variant_id: ["invalid_parameter", "the id of a variant"],
  sales_channel_id: ["invalid_parameter", "the id of a sales channel"],
}

/** The fields of an override; what they hold is judged where it is set. */
export function parseOverrideBody(body: unknown): Omit<OverrideInput, "product_id" | "set_by"> {
  return bodyFields(FIELDS, body) as Omit<OverrideInput, "product_id" | "set_by">
}

/** Whose override is to go: no variant = the whole product's, no channel = the one for all channels. */
export function parseScopeQuery(query: Record<string, unknown>): {
  variant_id?: string
  sales_channel_id?: string
} {
  return parseQuery(scope, refusals, query)
}
