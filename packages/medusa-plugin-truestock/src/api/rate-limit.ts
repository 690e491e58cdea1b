import { createHash } from "node:crypto"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TooManyRequests } from "../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../modules/availability"
import type { TruestockOptions } from "../options"
import { limiterOf } from "./rate-limiters"

/** The limits that the option `rate_limits` knows. */
export type LimitName = Exclude<keyof TruestockOptions["rate_limits"], "redis_url">

/** Whom a request is counted for; undefined = it is not counted. Kept as a hash only. */
export type CountedBy = (req: MedusaRequest) => string | undefined

/**
 * A middleware that lets through as many requests as the option `rate_limits.<name>` allows, and refuses the rest with
 * 429 `too_many_requests` and `Retry-After` in seconds. All processes count together, in Redis or Postgres.
 *
 *   { methods: ["POST"], matcher: "/store/...", middlewares: [rateLimit("notify", byClient)] }
 *
 * @throws too_many_requests
 */
export function rateLimit(name: LimitName, countedBy: CountedBy) {
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const { rate_limits } = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE).storeOptions
    const limit = rate_limits[name]
    const subject = limit === null ? undefined : countedBy(req)
    if (limit === null || subject === undefined) return next()
    const wait = await limiterOf(req.scope, name, limit, rate_limits.redis_url).count(hashed(subject))
    if (wait === null) return next()
    // Here too, for shops whose own error handler takes the place of ours.
    res.set("Retry-After", String(wait))
    throw new TooManyRequests(
      `Too many requests: ${limit.requests} in ${limit.seconds} s are allowed here. Try again in ${wait} s.`,
      wait
    )
  }
}

/** The address it comes from, as Express knows it (set `trust proxy` behind one), and the publishable key it brings. */
export const byClient: CountedBy = (req) => `${req.ip} ${req.get("x-publishable-api-key") ?? ""}`

/** The admin user or API key, once Medusa has authenticated it. */
export const byActor: CountedBy = (req) => {
  const { auth_context: actor } = req as { auth_context?: { actor_type: string; actor_id: string } }
  return actor && `${actor.actor_type} ${actor.actor_id}`
}

/** What is in the path at `:id`. */
export const byId: CountedBy = (req) => req.params.id

/** The e-mail address in the body, however it is written. */
export const byEmail: CountedBy = (req) => {
  const { email } = { ...(req.body as { email?: unknown } | undefined) }
  return typeof email === "string" ? email.trim().toLowerCase() : undefined
}

const hashed = (subject: string) => createHash("sha256").update(subject).digest("base64url")
