import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { inspectLockFirst, lockFirst, type LockFirstState } from "./lock-first"
import { orderLockKeys } from "./order-lock-keys"

/** A core service as this shop uses it, whatever the loader met: a shop may resolve one of its own. */
function liveService(key: string): object | undefined {
  const loaded = MedusaModule.getModuleInstance(key) as Record<string, object> | undefined
  return loaded?.[key]
}

/** Makes the live inventory service lock first, and says loudly what it does not know of it. */
export function lockLiveService(logger: Logger): void {
  const locking = liveService(Modules.LOCKING)
  if (locking) orderLockKeys(Object.getPrototypeOf(locking))
  const inventory = liveService(Modules.INVENTORY)
  if (!inventory) return
  const state = lockFirst(Object.getPrototypeOf(inventory))
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
  const inventory = liveService(Modules.INVENTORY)
  return inventory ? inspectLockFirst(inventory) : {}
}
