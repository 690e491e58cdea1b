import type { RecalculationStep } from "../modules/inventory_management"

/** What became of the steps, and of how many there was no room for in one run. */
export type RepairSummary = Record<"planned" | "mended" | "skipped" | "failed" | "left_out", number>

export const noRepairs = (): RepairSummary => ({ planned: 0, mended: 0, skipped: 0, failed: 0, left_out: 0 })

export function countStep(summary: RepairSummary, step: RecalculationStep): void {
  if ("left_out" in step) summary.left_out += step.left_out
  else summary[step.outcome]++
}

/** Whether another run has something to do. */
export const isUnfinished = ({ planned, skipped, failed, left_out }: RepairSummary) =>
  planned + skipped + failed + left_out > 0

export function stepAsJson(step: RecalculationStep): object {
  if (!("repair" in step)) return step
  const { repair, ...outcome } = step
  return { ...repair, ...outcome }
}

export function stepAsLine(step: RecalculationStep): string {
  if ("left_out" in step) return `          ${step.kind}: ${step.left_out} more; run again after these`
  const what =
    "unopened" in step
      ? `open_books: open the books of ${step.unopened} levels`
      : `${step.repair.kind}: ${step.repair.description}${step.error ? ` (${step.error})` : ""}`
  return `${step.outcome.padEnd(8)}  ${what}`
}

export function closingLine({ planned, mended, skipped, failed, left_out }: RepairSummary): string {
  if (planned > 0) return `\n${planned} repairs planned. Nothing was changed; --apply makes them.`
  if (mended + skipped + failed === 0) return "Nothing to repair."
  const rest = left_out > 0 ? ` ${left_out} are left for the next run.` : ""
  return `\n${mended} mended, ${skipped} skipped because they had changed meanwhile, ${failed} failed.${rest}`
}
