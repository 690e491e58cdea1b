import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"
import { closingLine, countStep, isUnfinished, noRepairs, stepAsJson, stepAsLine } from "./render-repairs"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

/**
 * `truestock recalculate-inventory [--apply] [--release-orphans] [--json]`: one repair a line, to be reviewed; with
 * `apply` they are made. Stopped anywhere, a second run finds the rest.
 */
export default script(async ({ container, has }) => {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const steps = stock.recalculate({ apply: has("apply"), release_orphans: has("release-orphans") })
  const summary = noRepairs()
  await withProgress(
    () => `${summary.planned + summary.mended + summary.skipped + summary.failed} repairs so far`,
    async () => {
      for await (const step of steps) {
        countStep(summary, step)
        await print(has("json") ? JSON.stringify(stepAsJson(step)) : stepAsLine(step))
      }
    }
  )
  await print(has("json") ? JSON.stringify({ summary }) : closingLine(summary))
  return isUnfinished(summary) ? 1 : 0
})
