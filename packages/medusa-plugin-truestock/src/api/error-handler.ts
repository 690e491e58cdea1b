import {
  errorHandler,
  type MedusaErrorHandlerFunction,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { TooManyRequests, TRUESTOCK_ERRORS } from "../errors"

const OUR_STORE_ROUTES =
  /^\/store\/(feeds\/google\.xml|products(-with-metadata|\/(available|[^/]+\/availability|[^/]+\/notify|notify\/(confirm|unsubscribe))))\/?$/
const OUR_ADMIN_ROUTES = /^\/admin\/(inventory|distributor)(\/|$)/

/** What a workflow throws is a plain copy of what its step threw. */
type Thrown = { type?: string; code?: string; message?: string; about?: object; statusCode?: number }

/**
 * Medusa's own error handler, which alone sees what is refused before a route of ours runs: on our store routes a
 * missing or wrong publishable key gets a code like every other refusal there, on all of ours so does a body that is
 * too large or no JSON, a conflict of ours keeps its own code and message, and who asks too often is told when to come
 * again. Everything else passes untouched,
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
    const { type, code, message, about, statusCode } = (error ?? {}) as Thrown
    if (error instanceof TooManyRequests) {
      res.set("Retry-After", String(error.retry_after_seconds))
      res.status(429).json({ code, type, message })
      return
    }
    // Medusa answers every conflict in the same words, and so drops which it was.
    if (type === MedusaError.Types.CONFLICT && code && Object.hasOwn(TRUESTOCK_ERRORS, code)) {
      res.status(409).json({ code, type, message, ...about })
      return
    }
    const isAboutBody =
      statusCode && statusCode < 500 && /^(entity|encoding|charset|parameters)\./.test(type ?? "")
    if (isAboutBody && (OUR_ADMIN_ROUTES.test(req.path) || OUR_STORE_ROUTES.test(req.path))) {
      const what = `The body cannot be read: ${message}.`
      res
        .status(statusCode)
        .json({ code: "invalid_body", type: MedusaError.Types.INVALID_DATA, message: what })
      return
    }
    return handle(error as never, req, res, next)
  }
}
