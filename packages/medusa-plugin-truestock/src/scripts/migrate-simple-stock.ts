import {
  emptySummary,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"
import { migrateSimpleStock, type SimpleStockProgress } from "../workflows/setup/migrate-simple-stock"
import { progressBar } from "./progress-bar"
import { renderSetup } from "./render-setup"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

/**
 * `truestock migrate-simple-stock --from <source> [--location <id|code|name>] [--dry-run] [--json]`: quantities that
 * were kept in a plain field become inventory items and levels at one location. Stopped anywhere, the next run goes on.
 */
export default script(async ({ container, has, valueOf }) => {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const dry_run = has("dry-run")
  const input = { from: valueOf("from") ?? "", location: valueOf("location"), dry_run }
  const total = await stock.setup.countVariants()
  let done: SimpleStockProgress | undefined
  await withProgress(
    (seconds) =>
      done
        ? progressBar(done.variants?.variants ?? 0, total, seconds, "variants")
        : `Looking at the quantities, for ${seconds} s`,
    async () => {
      for await (const progress of migrateSimpleStock(container, input)) done = progress
    }
  )
  const { location, with_quantity, variants } = done!
  const summary = variants ?? emptySummary()
  if (has("json")) {
    await print(JSON.stringify({ dry_run, location, with_quantity, ...summary }))
  } else {
    await print(`Quantities of ${with_quantity} variants were found; they are for ${location}.`)
    for (const line of renderSetup(summary, dry_run)) await print(line)
  }
  return summary.left_alone.item_gone + summary.left_alone.sku_taken > 0 ? 1 : 0
})
