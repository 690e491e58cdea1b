import { Module } from "@medusajs/framework/utils"
import DistributorModuleService from "./service"

/** The name under which the container holds the module's service. */
export const DISTRIBUTOR_MODULE = "distributor"

export type { OrderCheck } from "./at-order/check-order"
export type { CheckedTitle, OrderLine } from "./at-order/order-line"
export type { Source } from "./distributor-reader"
export * from "./outbox/stock-changed"
export * from "./runs/run"
export type { RunInput } from "./runs/run-input"
export { DISTRIBUTOR_RUN_REQUESTED } from "./service"
export type { SourceOptions } from "./sources/source-options"
export type { StagedChange } from "./sync/sql/list-staged"
export type { Importer } from "./titles/importer"
export type { RefusedTitle } from "./titles/sql/note-imported"
export * from "./titles/title"
export type { UpdateField } from "./titles/update-fields"
export type { default as DistributorModuleService } from "./service"

export default Module(DISTRIBUTOR_MODULE, { service: DistributorModuleService })
