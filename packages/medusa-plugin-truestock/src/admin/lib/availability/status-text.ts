import { AvailabilityStatus, isAvailabilityStatus } from "../../../modules/availability/status"

export type BadgeColor = "green" | "orange" | "red" | "blue" | "purple" | "grey"

/** Green can be bought from stock. The word beside the colour tells the two greens apart. */
const COLOR: Record<AvailabilityStatus, BadgeColor> = {
  [AvailabilityStatus.IN_STOCK]: "green",
  [AvailabilityStatus.LOW_STOCK]: "green",
  [AvailabilityStatus.PREORDER]: "blue",
  [AvailabilityStatus.BACKORDER]: "purple",
  [AvailabilityStatus.INCOMING]: "orange",
  [AvailabilityStatus.OUT_OF_STOCK]: "red",
  [AvailabilityStatus.DISCONTINUED]: "grey",
}

/** The colour of a status' badge; grey for one that this dashboard does not know. */
export function statusColor(status: unknown): BadgeColor {
  return isAvailabilityStatus(status) ? COLOR[status] : "grey"
}

/** The key of the text that names a status. */
export function statusKey(status: unknown): string {
  return `truestock.status.${isAvailabilityStatus(status) ? status : "unknown"}`
}

/** The key of the sentence that says why a status is as it is. */
export function reasonKey(reason: string): string {
  return `truestock.availability.reason.${reason}`
}
