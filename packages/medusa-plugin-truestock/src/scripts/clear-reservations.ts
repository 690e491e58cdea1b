import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"
import { closingLine, countStep, isUnfinished, noRepairs, stepAsJson, stepAsLine } from "./render-repairs"
import { print, script } from "./script"

/**
 * `truestock clear-reservations [--apply] [--json]`: promises that nobody needs any more. Holds that have expired,
 * lost their cart or were left by an order are told as numbers, reservations of orders that are gone or cancelled one a line; with `apply` the
 * former are ended and the latter released. Stopped anywhere, a second run finds the rest.
 */
export default script(async ({ container, has }) => {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const asJson = has("json")
  const holds = has("apply") ? await stock.endStrayHolds() : await stock.countStrayHolds()
  const done = has("apply") ? "ended" : "to be ended"
  if (!asJson)
    await print(
      `Holds ${done}: ${holds.expired} expired, ${holds.orphaned} orphaned, ${holds.ordered} left by orders.`
    )

  const summary = noRepairs()
  for await (const step of stock.recalculate({ apply: has("apply"), kinds: ["orphan_reservation"] })) {
    countStep(summary, step)
    await print(asJson ? JSON.stringify(stepAsJson(step)) : stepAsLine(step))
  }
  await print(asJson ? JSON.stringify({ holds, summary }) : closingLine(summary))
  const hasHolds = !has("apply") && holds.expired + holds.orphaned + holds.ordered > 0
  return hasHolds || isUnfinished(summary) ? 1 : 0
})
