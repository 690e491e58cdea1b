import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareFunction,
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  normalizeDataForContext,
  setPricingContext,
  setTaxContext,
} from "@medusajs/medusa/api/utils/middlewares/index"
import { listProductQueryConfig } from "@medusajs/medusa/api/store/products/query-config"
import { quoted, TruestockError } from "../../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../modules/availability"
import { assertFieldsAllowed, type ListingRequest, parseListingQuery } from "./validators"

/** What core's own list answers by default, and what a bookshop's listing needs beside it. */
const FIELDS = {
  ...listProductQueryConfig,
  defaults: [
    ...listProductQueryConfig.defaults,
    "*categories",
    "variants.inventory_quantity",
    "variants.manage_inventory",
    "variants.allow_backorder",
  ],
  defaultLimit: 20,
}

/** Says how many there are: the figure itself, the inventory item with its sums, or its levels. */
const tellsQuantity = (field: string) =>
  /^variants\.(inventory_quantity|inventory_items\.inventory(\..*)?)$/.test(field)

/** The same for a shop that does not tell it. */
const FIELDS_WITHOUT_QUANTITY = {
  ...FIELDS,
  allowed: FIELDS.allowed.filter((field) => !tellsQuantity(field)),
  defaults: FIELDS.defaults.filter((field) => !tellsQuantity(field)),
}

function fieldsOf(req: MedusaRequest): typeof FIELDS {
  const { storeOptions } = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  return storeOptions.expose_quantity ? FIELDS : FIELDS_WITHOUT_QUANTITY
}

export type ListingRequestContext = MedusaRequest & { listing: ListingRequest }

const parseListing: MiddlewareFunction = (
  req: ListingRequestContext,
  _: MedusaResponse,
  next: MedusaNextFunction
) => {
  req.listing = parseListingQuery(req.query)
  assertFieldsAllowed(req.query.fields, fieldsOf(req).allowed)
  next()
}

/**
 * What core's steps below need to see; our own filters are parsed already. The transform keeps Medusa from making the
 * schema strict, which would refuse those filters as unknown.
 */
const contextSchema = z
  .object({
    fields: z.union([z.string(), z.array(z.string()).transform((names) => names.join(","))]).optional(),
    region_id: z.string().optional(),
    country_code: z.string().optional(),
    province: z.string().optional(),
    cart_id: z.string().optional(),
  })
  .transform((query) => query)

const selectFields: MiddlewareFunction = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => validateAndTransformQuery(contextSchema, { ...fieldsOf(req), isList: true })(req, res, next)

/** Core's steps refuse a missing or unknown region without a code; we say which parameter it was. */
function namingTheRegion(step: MiddlewareFunction): MiddlewareFunction {
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    step(req as never, res, (error?: unknown) => {
      if (!(error instanceof MedusaError) || !/region/i.test(error.message)) return next(error)
      const region = req.filterableFields.region_id
      return next(
        new TruestockError(
          "unknown_region",
          region
            ? `Parameter region_id has the value ${quoted(region)}; no such region exists.`
            : "Prices need a region: name one with region_id, since the store has no default region."
        )
      )
    })
}

/** A card shows nothing of what these steps prepare. */
function unlessCards(step: MiddlewareFunction): MiddlewareFunction {
  return (req: ListingRequestContext, res: MedusaResponse, next: MedusaNextFunction) =>
    req.listing.view === "card" ? next() : step(req as never, res, next)
}

/** The steps of core's own product list, in its order, around our strict validation. */
export const storeAvailableProductsMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/products/available",
    middlewares: [
      parseListing,
      ...[
        authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
        selectFields,
        namingTheRegion(normalizeDataForContext() as MiddlewareFunction),
        namingTheRegion(setPricingContext() as MiddlewareFunction),
        setTaxContext() as MiddlewareFunction,
      ].map(unlessCards),
    ],
  },
]
