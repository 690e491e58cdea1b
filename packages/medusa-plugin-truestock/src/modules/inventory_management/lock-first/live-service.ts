import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { inspectLockFirst, lockFirst, type LockFirstState } from "./lock-first"

/** The inventory service that this shop uses, whatever the loader met: a shop may resolve one of its own. */
function liveService(): object | undefined {
  const inventory = MedusaModule.getModuleInstance(Modules.INVENTORY) as Record<string, object> | undefined
  return inventory?.[Modules.INVENTORY]
}

/** Makes the live service lock first, and says loudly what it does not know of it. */
export function lockLiveService(logger: Logger): void {
  const service = liveService()
  if (!service) return
  const state = lockFirst(Object.getPrototypeOf(service))
  const unknown = Object.keys(state).filter((name) => state[name] === "unknown_method")
  if (unknown.length > 0) {
    logger.error(
      `Truestock does not know this version of Medusa's inventory service (${unknown.join(", ")}): ` +
        "concurrent changes of stock may be refused by the database. `truestock doctor` says more."
    )
  }
}

/** How each of core's inner methods stands on the live service; nothing where there is none. */
export function inspectLiveService(): LockFirstState {
  const service = liveService()
  return service ? inspectLockFirst(service) : {}
}
