import { Module } from "@medusajs/framework/utils"
import attachFeed from "./loaders/attach-feed"
import AvailabilityModuleService from "./service"

/** The name under which the container holds the module's service. */
export const AVAILABILITY_MODULE = "availability"

export {
  INVENTORY_BACK_IN_STOCK,
  INVENTORY_LOW_STOCK,
  INVENTORY_OUT_OF_STOCK,
  type StockAlertEvent,
} from "./alerts/stock-alert"
export { STOCK_MESSAGES, type StockMessage } from "./messages/stock-message"
export { AVAILABILITY_CHANGED, type AvailabilityChangedEvent } from "./drain/send-changes"
export type { OverrideInput } from "./override-input"
export type { InitializedBatch } from "./rebuild/initialize"
export type { RebuildStep } from "./rebuild/rebuild"
export type { PolicyInput } from "./policy-input"
export { AvailabilityStatus } from "./status"
export type { default as AvailabilityModuleService } from "./service"

export default Module(AVAILABILITY_MODULE, { service: AvailabilityModuleService, loaders: [attachFeed] })
