import { checkTriggers } from "../../../database/check-triggers"
import { feedTriggerSet } from "../feed/trigger-set"
import type { AvailabilityCheck } from "./check"

/** The change feed is attached, enabled and of this version. */
export const feedTriggers: AvailabilityCheck = {
  name: "feed_triggers",
  run: ({ connection, options }, examples) =>
    checkTriggers(connection, (schema) => feedTriggerSet(schema, options.brand), examples),
}
