import { defineMiddlewares } from "@medusajs/framework/http"
import { nameKeyErrors } from "./name-key-errors"
import { storeAvailableProductsMiddlewares } from "./store/products/available/middlewares"

export default defineMiddlewares({
  routes: [...storeAvailableProductsMiddlewares],
  errorHandler: nameKeyErrors(),
})
