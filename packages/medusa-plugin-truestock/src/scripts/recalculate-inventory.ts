import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  type RecalculationStep,
} from "../modules/inventory_management"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

type Summary = Record<"planned" | "mended" | "skipped" | "failed" | "left_out", number>

/**
 * `truestock recalculate-inventory [--apply] [--release-orphans] [--json]`: one repair a line, to be reviewed; with
 * `apply` they are made. Stopped anywhere, a second run finds the rest.
 */
export default script(async ({ container, has }) => {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const steps = stock.recalculate({ apply: has("apply"), release_orphans: has("release-orphans") })
  const summary: Summary = { planned: 0, mended: 0, skipped: 0, failed: 0, left_out: 0 }
  await withProgress(
    () => `${summary.planned + summary.mended + summary.skipped + summary.failed} repairs so far`,
    async () => {
      for await (const step of steps) {
        count(summary, step)
        await print(has("json") ? JSON.stringify(jsonOf(step)) : lineOf(step))
      }
    }
  )
  await print(has("json") ? JSON.stringify({ summary }) : closing(summary))
  return summary.planned + summary.skipped + summary.failed + summary.left_out > 0 ? 1 : 0
})

function count(summary: Summary, step: RecalculationStep): void {
  if ("left_out" in step) summary.left_out += step.left_out
  else summary[step.outcome]++
}

function jsonOf(step: RecalculationStep): object {
  if (!("repair" in step)) return step
  const { repair, ...outcome } = step
  return { ...repair, ...outcome }
}

function lineOf(step: RecalculationStep): string {
  if ("left_out" in step) return `          ${step.kind}: ${step.left_out} more; run again after these`
  const what =
    "unopened" in step
      ? `open_books: open the books of ${step.unopened} levels`
      : `${step.repair.kind}: ${step.repair.description}${step.error ? ` (${step.error})` : ""}`
  return `${step.outcome.padEnd(8)}  ${what}`
}

function closing({ planned, mended, skipped, failed, left_out }: Summary): string {
  if (planned > 0) return `\n${planned} repairs planned. Nothing was changed; --apply makes them.`
  if (mended + skipped + failed === 0) return "Nothing to repair."
  const rest = left_out > 0 ? ` ${left_out} are left for the next run.` : ""
  return `\n${mended} mended, ${skipped} skipped because they had changed meanwhile, ${failed} failed.${rest}`
}
