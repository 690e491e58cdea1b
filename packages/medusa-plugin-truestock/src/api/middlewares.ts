import { defineMiddlewares } from "@medusajs/framework/http"
import { asRequesterMiddlewares } from "./as-requester"
import { nameKeyErrors } from "./name-key-errors"
import { storeAvailableProductsMiddlewares } from "./store/products/available/middlewares"

export default defineMiddlewares({
  routes: [...asRequesterMiddlewares, ...storeAvailableProductsMiddlewares],
  errorHandler: nameKeyErrors(),
})
