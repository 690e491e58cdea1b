import { Refusal } from "../refusal"

const KNOWN = ["reservation_ended", "reservation_expired", "reservation_not_found"]

/** Which text under `truestock.holds.refused` says why a hold was not changed. */
export function holdRefusalKey(error: Error): string {
  return error instanceof Refusal && error.code && KNOWN.includes(error.code) ? error.code : "other"
}
