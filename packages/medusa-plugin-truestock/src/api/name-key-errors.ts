import {
  errorHandler,
  type MedusaErrorHandlerFunction,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const OUR_STORE_ROUTES = /^\/store\/products\/(available|[^/]+\/availability)\/?$/

/**
 * Medusa's own error handler, which alone sees what is refused before a route of ours runs: on our store routes a
 * missing or wrong publishable key gets a code like every other refusal there. Everything else passes untouched,
 * and a handler that the shop defines itself takes the place of this one.
 */
export function nameKeyErrors(): MedusaErrorHandlerFunction {
  const handle = errorHandler()
  return (error: unknown, req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const isAboutKey =
      error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED && !error.code
    if (isAboutKey && OUR_STORE_ROUTES.test(req.path)) {
      error.code = req.get("x-publishable-api-key") ? "publishable_key_invalid" : "publishable_key_required"
    }
    return handle(error as never, req, res, next)
  }
}
