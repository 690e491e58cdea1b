import {
  errorHandler,
  type MedusaErrorHandlerFunction,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { InsufficientInventory, TruestockError } from "../errors"

const OUR_STORE_ROUTES = /^\/store\/products\/(available|[^/]+\/availability)\/?$/

/**
 * Medusa's own error handler, which alone sees what is refused before a route of ours runs: on our store routes a
 * missing or wrong publishable key gets a code like every other refusal there, and a conflict of ours keeps its own
 * code and message. Everything else passes untouched,
 * and a handler that the shop defines itself takes the place of this one.
 */
export function truestockErrorHandler(): MedusaErrorHandlerFunction {
  const handle = errorHandler()
  return (error: unknown, req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const isAboutKey =
      error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED && !error.code
    if (isAboutKey && OUR_STORE_ROUTES.test(req.path)) {
      error.code = req.get("x-publishable-api-key") ? "publishable_key_invalid" : "publishable_key_required"
    }
    // Medusa answers every conflict in the same words, and so drops which it was.
    if (error instanceof TruestockError && error.type === MedusaError.Types.CONFLICT) {
      const about = error instanceof InsufficientInventory ? error.about : {}
      res.status(409).json({ code: error.code, type: error.type, message: error.message, ...about })
      return
    }
    return handle(error as never, req, res, next)
  }
}
