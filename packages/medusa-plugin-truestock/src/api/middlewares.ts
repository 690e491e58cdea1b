import { defineMiddlewares } from "@medusajs/framework/http"
import { asRequesterMiddlewares } from "./as-requester"
import { truestockErrorHandler } from "./error-handler"
import { rateLimitedRoutes } from "./rate-limited-routes"
import { holdOnPaymentSessionMiddlewares } from "./store/carts/hold-on-payment-session"
import { adminPolicies } from "./admin/policies"
import { inventoryMiddlewares } from "./admin/inventory/middlewares"
import { addAvailabilityMiddlewares } from "./store/products/add-availability"
import { storeAvailableProductsMiddlewares } from "./store/products/available/middlewares"
import { filterByAvailabilityMiddlewares } from "./store/products/filter-by-availability"
import { refuseFieldsMiddlewares } from "./store/refuse-fields"

export default defineMiddlewares({
  routes: [
    ...adminPolicies,
    ...asRequesterMiddlewares,
    ...inventoryMiddlewares,
    ...rateLimitedRoutes,
    ...refuseFieldsMiddlewares,
    ...storeAvailableProductsMiddlewares,
    ...filterByAvailabilityMiddlewares,
    ...addAvailabilityMiddlewares,
    ...holdOnPaymentSessionMiddlewares,
  ],
  errorHandler: truestockErrorHandler(),
})
