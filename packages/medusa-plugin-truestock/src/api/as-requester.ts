import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { asActor } from "../actor"

/** Runs the rest of a request in the name of whom Medusa has authenticated; a guest has no name. */
function asRequester(req: AuthenticatedMedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  // Medusa's own words are ours: `user`, `api-key` and `customer`.
  const { actor_type: type, actor_id: id } = req.auth_context ?? {}
  if (!type || !id) return next()
  asActor({ type, id }, () => next())
}

/**
 * For every request that can change stock, so that the ledger says who asked. Without a method they are global, and
 * stand behind Medusa's authentication and in front of every route and every other middleware with a method.
 */
export const asRequesterMiddlewares: MiddlewareRoute[] = ["/admin", "/store"].map((matcher) => ({
  matcher,
  middlewares: [asRequester as never],
}))
