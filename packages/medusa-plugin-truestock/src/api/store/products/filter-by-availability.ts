import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"
import { type AvailabilityStatus, BEST_FIRST } from "../../../modules/availability/status"
import { parseQuery, someOf } from "../../query-parameters"
import { namedChannels } from "../key-channels"

type Filtered = MedusaRequest & { availabilityStatuses?: AvailabilityStatus[] }

const parameters = { availability: someOf(BEST_FIRST) }

/**
 * `GET /store/products?availability=in_stock,low_stock`, where the shop has turned it on (`store_products_filter`):
 * takes the parameter away before core's strict validator, which knows it not, and refuses it where the option is
 * off. Global middlewares stand in front of core's.
 *
 * @throws invalid_status
 */
function takeParameter(req: Filtered, _: MedusaResponse, next: MedusaNextFunction): void {
  const isList = req.method === "GET" && req.path === "/"
  const { storeOptions } = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  if (isList && storeOptions.store_products_filter && req.query.availability !== undefined) {
    const { availability } = req.query
    delete req.query.availability
    const expected = `one or more of ${BEST_FIRST.join(", ")}`
    const values = parseQuery(parameters, { availability: ["invalid_status", expected] }, { availability })
    req.availabilityStatuses = values.availability
  }
  next()
}

/**
 * Behind core's own steps: products of which some row of the channels has one of the statuses. Of several channels a
 * product shows its best status, as in our listing; "some row" says the same as long as every better status is asked for
 * too, and what cannot be said exactly is refused.
 *
 * @throws invalid_parameter
 */
function addFilter(req: Filtered, _: MedusaResponse, next: MedusaNextFunction): void {
  const statuses = req.availabilityStatuses
  if (!statuses) return next()
  const { sales_channel_id: named } = req.validatedQuery as { sales_channel_id?: string | string[] }
  const channels = namedChannels(req, named === undefined ? undefined : [named].flat())
  const best = BEST_FIRST.slice(0, new Set(statuses).size)
  if (channels.length > 1 && !best.every((status) => statuses.includes(status))) {
    throw new TruestockError(
      "invalid_parameter",
      `Parameter availability has the value ${quoted(statuses)}; of several sales channels the best status counts, ` +
        `so it must name all that are better too (${BEST_FIRST.join(", ")}), or sales_channel_id one channel.`
    )
  }
  req.filterableFields.availability_channels = { sales_channel_id: channels, status: statuses }
  next()
}

export const filterByAvailabilityMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/products", middlewares: [takeParameter] },
  { methods: ["GET"], matcher: "/store/products", middlewares: [addFilter] },
]
