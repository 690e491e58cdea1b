import type { MiddlewareRoute } from "@medusajs/framework/http"
import { byActor, byClient, byEmail, byId, type CountedBy, type LimitName, rateLimit } from "./rate-limit"

const limited = (matcher: string, ...limits: [LimitName, CountedBy][]): MiddlewareRoute => ({
  methods: ["POST"],
  matcher,
  middlewares: limits.map(([name, countedBy]) => rateLimit(name, countedBy)),
})

/** The option `rate_limits` says how often. */
export const rateLimitedRoutes: MiddlewareRoute[] = [
  limited("/store/products/:id/notify", ["notify", byClient], ["notify_address", byEmail]),
  limited("/store/products/notify/confirm", ["notify", byClient]),
  limited("/store/products/notify/unsubscribe", ["notify", byClient]),
  limited("/store/carts/:id/hold", ["hold", byClient], ["hold_cart", byId]),
  limited("/admin/inventory/adjust", ["adjust", byActor]),
]
