import {
  AVAILABILITY_MODULE,
  type AvailabilityModuleService,
  type InitializedBatch,
} from "../modules/availability"
import { progressBar } from "./progress-bar"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

/**
 * `truestock initialize-availability [--json]`: decides every product that has no availability yet. A shop does so by
 * itself when the plugin first starts; this is for doing it beforehand, and seeing that it is done. Stopped anywhere,
 * the next run goes on with the rest.
 */
export default script(async ({ container, has }) => {
  const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const all = await availability.countProducts("all")
  const left = await availability.countProducts("undecided")
  const summary = { products: all, already_decided: all - left, decided: 0, failed: 0 }
  const failures: InitializedBatch["failed"] = []
  await withProgress(
    (seconds) => progressBar(summary.decided + summary.failed, left, seconds, "products"),
    async () => {
      for await (const { done, failed } of availability.initialize()) {
        summary.decided += done
        summary.failed += failed.length
        failures.push(...failed)
      }
    }
  )
  if (has("json")) {
    await print(JSON.stringify({ ...summary, failures }))
  } else {
    for (const { product_id, error } of failures) await print(`failed    ${product_id}: ${error}`)
    await print(
      `${summary.decided} products decided, ${summary.already_decided} were already, ${summary.failed} failed.`
    )
  }
  return failures.length === 0 ? 0 : 1
})
