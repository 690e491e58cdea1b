import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { lockFirst } from "../lock-first/lock-first"

/**
 * Wraps core's inventory service before the app makes its instance. A shop that resolves another one is met when
 * the application starts, where the live instance is looked at (service.ts).
 */
export default async function loadLockFirst({ container }: LoaderOptions): Promise<void> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- from where the app would take it
    const inventory = require(require.resolve("@medusajs/inventory", { paths: [process.cwd(), __dirname] }))
    lockFirst(inventory.default.service.prototype)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.debug(`Truestock will look for the inventory service at start: ${(error as Error).message}`)
  }
}
