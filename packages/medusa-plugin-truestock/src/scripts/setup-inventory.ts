import { readFile } from "node:fs/promises"
import { quoted, TruestockError } from "../errors"
import {
  emptySummary,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"
import { setUpInventory, type SetupProgress } from "../workflows/setup/set-up-inventory"
import { progressBar } from "./progress-bar"
import { renderSetup } from "./render-setup"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

/** Beside the shop's medusa-config. */
const DEFAULT_FILE = "truestock.setup.json"

/**
 * `truestock setup-inventory [--config <file>] [--dry-run] [--json]`: locations, inventory items of all variants and
 * opening stock, as the file says. Stopped anywhere, the next run goes on; what is there stays as it is.
 */
export default script(async ({ container, has, valueOf }) => {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const json = await readSetup(valueOf("config") ?? DEFAULT_FILE)
  const dry_run = has("dry-run")
  const total = await stock.setup.countVariants()
  let done: SetupProgress | undefined
  await withProgress(
    (seconds) => progressBar(done?.variants?.variants ?? 0, total, seconds, "variants"),
    async () => {
      for await (const progress of setUpInventory(container, json, { dry_run })) done = progress
    }
  )
  const { locations, variants } = done!
  const summary = variants ?? emptySummary()
  if (has("json")) {
    await print(JSON.stringify({ dry_run, locations, ...summary }))
  } else {
    for (const [became, names] of Object.entries(locations)) {
      for (const name of names)
        await print(`location  ${name}: ${dry_run && became !== "unchanged" ? "to be " : ""}${became}`)
    }
    for (const line of renderSetup(summary, dry_run)) await print(line)
  }
  return summary.left_alone.item_gone + summary.left_alone.sku_taken > 0 ? 1 : 0
})

async function readSetup(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new TruestockError(
      "invalid_setup",
      `The file ${quoted(file)} cannot be read (${code}); write it, or name another one with --config.`
    )
  }
}
