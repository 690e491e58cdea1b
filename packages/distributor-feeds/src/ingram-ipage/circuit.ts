import { circuitBreaker, type CircuitBreakerPolicy, ConsecutiveBreaker, handleWhen } from "cockatiel"
import { FeedError } from "../errors"

/** Opened by the first refusal; while it is open nobody asks. */
export type IpageCircuit = CircuitBreakerPolicy

/** Answers after which the site is to be left alone: a person has to look. */
export function isRefusal(error: unknown): error is FeedError {
  return error instanceof FeedError && ["challenged", "login_required", "refused"].includes(error.code)
}

/** A circuit that the first login, challenge or block opens. After `open_ms` (default one hour) one request is tried. */
export function ipageCircuit({ open_ms = 3_600_000 }: { open_ms?: number } = {}): IpageCircuit {
  return circuitBreaker(handleWhen(isRefusal), {
    halfOpenAfter: open_ms,
    breaker: new ConsecutiveBreaker(1),
  })
}
