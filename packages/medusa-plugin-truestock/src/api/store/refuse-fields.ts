import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../modules/availability"

/** What src/links adds to products and variants: rows of every channel, with internal notes and exact quantities. */
const RAW_ROWS = [
  ...["availability", "availability_channel", "availability_channels"],
  ...["availability_variant", "availability_variants"],
]

/** What leads to exact quantities, by core's names. */
const QUANTITIES = [
  ...["inventory_quantity", "inventory_items", "inventory", "location_levels"],
  ...["stocked_quantity", "reserved_quantity", "incoming_quantity", "available_quantity"],
  ...["raw_stocked_quantity", "raw_reserved_quantity", "raw_incoming_quantity", "raw_available_quantity"],
]

/**
 * Refuses, on every store route, to hand out raw rows of the read model, whichever way they are asked for; and exact
 * quantities where the shop does not tell them (option `expose_quantity`). Core would strip most of it in silence;
 * routes of other plugins may not.
 *
 * @throws invalid_fields, invalid_order
 */
function refuseFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const { storeOptions } = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const refused = new Set(storeOptions.expose_quantity ? RAW_ROWS : [...RAW_ROWS, ...QUANTITIES])
  const fields = valuesOf(req.query, "fields")
  const isForbidden = (field: string) => segmentsOf(field).some((segment) => refused.has(segment))

  const requested = replacesDefaults(fields) ? fields : fields.filter((field) => !field.startsWith("-"))
  const field = requested.find(isForbidden)
  if (field !== undefined) {
    throw new TruestockError(
      "invalid_fields",
      `Field ${quoted(field)} cannot be requested here. What shoppers may know is in each product's availability.`
    )
  }
  // `order=availability` is the listing's own.
  const order = valuesOf(req.query, "order").find((by) => segmentsOf(by).length > 1 && isForbidden(by))
  if (order !== undefined) {
    throw new TruestockError("invalid_order", `Nothing can be ordered by ${quoted(order)} here.`)
  }
  next()
}

/** Every name in a parameter, however it is repeated, nested or joined by commas. */
function valuesOf(query: Record<string, unknown>, name: string): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === "string") return value.split(",")
    return value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : []
  }
  const given = Object.entries(query).filter(([key]) => key === name || key.startsWith(`${name}.`))
  return given.flatMap(([, value]) => texts(value)).filter(Boolean)
}

/** Core takes a sign off wherever it stands, and a star off both ends. */
function segmentsOf(field: string): string[] {
  return field.split(".").map((segment) => segment.replace(/\W/g, ""))
}

/** As core reads it: one name without a sign makes all of them the list, those with a minus included. */
function replacesDefaults(fields: string[]): boolean {
  return fields.some((field) => !/^[-+ *]/.test(field) && !field.endsWith(".*"))
}

/** Without a method it is global: in front of every route and every other middleware with a method. */
export const refuseFieldsMiddlewares: MiddlewareRoute[] = [{ matcher: "/store", middlewares: [refuseFields] }]
