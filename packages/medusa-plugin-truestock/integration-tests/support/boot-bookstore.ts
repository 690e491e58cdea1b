import axios, { type AxiosInstance } from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  clearInstances,
  configLoaderOverride,
  startApp,
} from "@medusajs/test-utils/dist/medusa-test-runner-utils"
import { BOOKSTORE } from "./bookstore"
import { urlOf } from "./databases"

export type BootedApp = { api: AxiosInstance; container: MedusaContainer; stop: () => Promise<void> }

/**
 * Boots the bookstore on a database that is migrated already. By the parts of Medusa's test runner, which itself would
 * look for migrations and links first, and load every module twice.
 */
export async function bootBookstore(database: string): Promise<BootedApp> {
  await configLoaderOverride(BOOKSTORE, { clientUrl: urlOf(database), debug: false })
  const { container, port, shutdown } = await startApp({ cwd: BOOKSTORE })
  return {
    api: axios.create({ baseURL: `http://localhost:${port}` }),
    container,
    stop: async () => {
      await shutdown()
      await clearInstances()
    },
  }
}
