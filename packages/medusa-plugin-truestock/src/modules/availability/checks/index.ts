import { changeQueue } from "./change-queue"
import type { AvailabilityCheck } from "./check"
import { feedTriggers } from "./feed-triggers"

export const AVAILABILITY_CHECKS: AvailabilityCheck[] = [feedTriggers, changeQueue]
