import { z } from "@medusajs/framework/zod"
import {
  LOCATION_KINDS,
  type LocationFilters,
  type LocationProfile,
} from "../../../../modules/inventory_management"
import {
  DEEPEST_LOCATION,
  MOST_LOCATIONS,
} from "../../../../modules/inventory_management/locations/location-input"
import { bodyFields } from "../../../body-fields"
import { parseQuery, type Refusals, text, wholeNumber } from "../../../query-parameters"

const parameters = {
  location_id: text,
  code: text,
  kind: z.enum(LOCATION_KINDS),
  is_active: z.enum(["true", "false"]).transform((word) => word === "true"),
  q: text,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_LOCATIONS),
  offset: wholeNumber.refine((n) => n <= DEEPEST_LOCATION),
}

const refusals: Refusals<typeof parameters> = {
  kind: ["invalid_parameter", `one of ${LOCATION_KINDS.join(", ")}`],
  is_active: ["invalid_parameter", "true or false"],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_LOCATIONS}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_LOCATION}`],
}

/** Checks the query string of the locations. */
export function parseLocationsQuery(query: Record<string, unknown>): {
  filters: LocationFilters
  page: { limit: number; offset: number }
} {
  const { limit = 20, offset = 0, ...filters } = parseQuery(parameters, refusals, query)
  return { filters, page: { limit, offset } }
}

/** The fields of a profile; what they hold is judged where it is changed. @throws invalid_body */
export function parseLocationBody(body: unknown): Partial<LocationProfile> {
  return bodyFields(["code", "kind", "is_active", "priority", "backup_for"], body) as Partial<LocationProfile>
}
