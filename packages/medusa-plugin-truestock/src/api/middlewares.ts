import { defineMiddlewares } from "@medusajs/framework/http"
import { storeAvailableProductsMiddlewares } from "./store/products/available/middlewares"

export default defineMiddlewares({ routes: [...storeAvailableProductsMiddlewares] })
