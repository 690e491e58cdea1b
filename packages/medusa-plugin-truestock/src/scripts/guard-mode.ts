import {
  type GuardMode,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"
import { setGuardModeWorkflow } from "../workflows/truestock/set-guard-mode"
import { print, script } from "./script"

/** `truestock guard-mode [enforce|observe|off]`: says or changes what the guard does, for every process at once. */
export default script(async ({ container, args: [mode] }) => {
  if (mode !== undefined) {
    await setGuardModeWorkflow(container).run({ input: { mode: mode as GuardMode } })
  }
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  await print(await stock.retrieveGuardMode())
  return 0
})
