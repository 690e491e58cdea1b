import { Module } from "@medusajs/framework/utils"
import attachGuard from "./loaders/attach-guard"
import loadLockFirst from "./loaders/lock-first"
import InventoryManagementModuleService from "./service"

/** The name under which the container holds the module's service. */
export const INVENTORY_MANAGEMENT_MODULE = "inventory_management"

export type { Adjusted, AdjustmentInput, AdjustmentOptions, FailedAdjustment } from "./adjustments/adjustment"
export type { Backorder } from "./backorders/backorder"
export type { CostInput, CostOptions, ItemCost } from "./costs/cost"
export { INVENTORY_BACKORDER_FILLED } from "./backorders/send-filled-backorders"
export * from "./locations/location"
export type {
  Followed,
  InventoryItem,
  InventoryItemInput,
  InventoryLevel,
  InventoryLevelInput,
} from "./items/item"
export * from "./movement"
export type { Asking } from "./perform-operation"
export type { Recalculation, RecalculationStep } from "./repairs/recalculate"
export { type Repair, REPAIR_KINDS, type RepairKind, type RepairOutcome } from "./repairs"
export {
  type GroupInput,
  type Report,
  REPORT_GROUPS,
  REPORT_NAMES,
  type ReportGroup,
  type ReportInput,
  type ReportName,
  type ReportRow,
} from "./reports/report"
export type { Reservation, ReservationInput } from "./reservations/reservation"
export { INVENTORY_SHORTFALL } from "./send-shortfalls"
export type { Count, CountEntry, CountInput, CountLine } from "./stockroom/count"
export type {
  Incoming,
  IncomingChange,
  IncomingInput,
  ReceiptInput,
  ReceiptOptions,
  Received,
} from "./stockroom/incoming"
export type {
  Transfer,
  TransferChange,
  TransferInput,
  TransferLine,
  TransferReceipt,
} from "./stockroom/transfer"
export { chooseLocation } from "./setup/choose-location"
export { chooseTarget } from "./setup/choose-target"
export type { PlannedLocation } from "./setup/plan-locations"
export { planVariant, type PlannedVariant } from "./setup/plan-variant"
export { parseSource, type QuantitySource } from "./setup/quantity-source"
export type { KnownShop, Setup, Target, VariantFacts } from "./setup/setup"
export { countPlanned, emptySummary, type SetupSummary } from "./setup/setup-summary"
export type { Opening } from "./setup/sql/read-openings"
export type { default as InventoryManagementModuleService } from "./service"

export default Module(INVENTORY_MANAGEMENT_MODULE, {
  service: InventoryManagementModuleService,
  loaders: [attachGuard, loadLockFirst],
})
