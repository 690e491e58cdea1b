import { changeQueue } from "./change-queue"
import type { AvailabilityCheck } from "./check"
import { feedTriggers } from "./feed-triggers"
import { listingCounts } from "./listing-counts"
import { readModel } from "./read-model"

export const AVAILABILITY_CHECKS: AvailabilityCheck[] = [feedTriggers, changeQueue, readModel, listingCounts]
