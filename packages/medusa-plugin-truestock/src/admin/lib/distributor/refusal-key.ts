import { isUnanswered, type Refusal } from "../refusal"

/** Those that say something of their own under `truestock.distributor.refused`; any other is told in the server's words. */
export const TOLD_REFUSALS = [
  "source_not_found",
  "source_not_set_up",
  "unknown_search",
  "target_required",
  "run_not_found",
  "run_not_guarded",
  "run_state",
  "invalid_setup",
] as const

/** Which text says why a distributor's source was not done what was asked. */
export function distributorRefusalKey(error: Error): string {
  if (isUnanswered(error)) return "unanswered"
  return TOLD_REFUSALS.find((known) => known === (error as Refusal).code) ?? "other"
}
