import {
  AVAILABILITY_MODULE,
  type AvailabilityModuleService,
  type RebuildStep,
} from "../modules/availability"
import { progressBar } from "./progress-bar"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

type Summary = { looked_at: number; failed: number; applied: boolean } & Record<RebuildStep["part"], number>

const WHAT: Record<RebuildStep["part"], string> = {
  read_model: "availability is not what the rules say",
  listing: "is listed wrongly",
  counts: "count is wrong",
}

/**
 * `truestock rebuild-availability [--apply] [--json]`: compares read model, listing and counts with what they are made
 * of, and says one difference a line; with `apply` they are mended. Stopped anywhere, a second run finds the rest.
 */
export default script(async ({ container, has }) => {
  const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const total = await availability.countProducts("all")
  const applied = has("apply")
  const summary: Summary = { looked_at: 0, read_model: 0, listing: 0, counts: 0, failed: 0, applied }
  await withProgress(
    (seconds) =>
      summary.looked_at < total
        ? progressBar(summary.looked_at, total, seconds, "products compared")
        : `Comparing the listing, for ${seconds} s`,
    async () => {
      for await (const step of availability.rebuild({ apply: applied })) {
        summary.looked_at += step.looked_at
        summary[step.part] += step.wrong
        summary.failed += step.failed.length
        for (const line of linesOf(step, applied, has("json"))) await print(line)
      }
    }
  )
  await print(has("json") ? JSON.stringify({ summary }) : closing(summary))
  const differ = summary.read_model + summary.listing + summary.counts
  return summary.failed > 0 || (differ > 0 && !applied) ? 1 : 0
})

function linesOf({ part, differing, failed }: RebuildStep, applied: boolean, asJson: boolean): string[] {
  const errors = new Map(failed.map(({ product_id, error }) => [product_id, error]))
  return differing.map((what) => {
    const error = errors.get(what)
    const outcome = error ? "failed" : applied ? "mended" : "differs"
    return asJson
      ? JSON.stringify({ part, what, outcome, ...(error && { error }) })
      : `${outcome.padEnd(8)}  ${what}: ${error ?? WHAT[part]}`
  })
}

function closing({ looked_at, read_model, listing, counts, failed, applied }: Summary): string {
  if (read_model + listing + counts === 0) return `Nothing differs: ${looked_at} products compared.`
  const found = `${looked_at} products compared: ${read_model} with another availability, ${listing} listed wrongly, ${counts} counts wrong.`
  return `\n${found} ${applied ? `Mended, but for ${failed} that failed.` : "Nothing was changed; --apply mends them."}`
}
