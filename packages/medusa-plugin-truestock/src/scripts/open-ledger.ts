import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

/**
 * `truestock open-ledger [--dry-run]`: opens the books of levels that nobody has touched since the ledger is there.
 * Stopped anywhere, the next run goes on.
 */
export default script(async ({ container, has }) => {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const unopened = await stock.countUnopenedLevels()
  if (has("dry-run")) {
    await print(`The books of ${unopened} levels would be opened.`)
    return 0
  }
  let opened = 0
  await withProgress(
    () => `${opened} of ${unopened} levels`,
    async () => {
      for await (const batch of stock.openLedger()) opened += batch
    }
  )
  await print(`The books of ${opened} levels were opened.`)
  return 0
})
