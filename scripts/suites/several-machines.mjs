// @ts-check
import { clone } from "../paths.mjs"
import { startServices } from "../services/start-services.mjs"
import { isCi } from "./ci.mjs"

/**
 * Starts what these tests need beside Postgres and tells them where it is. What cannot be had is said, and the tests
 * that need it are not run; in CI that fails the suite.
 *
 * @param {import("./suites.mjs").Suite} suite
 * @param {typeof startServices} [starting]
 * @returns {import("./suites.mjs").Suite}
 */
export function severalMachines(suite, starting = startServices) {
  return {
    ...suite,
    run: async (env) => {
      const services = await starting(clone, env)
      try {
        const counts = await suite.run({ ...env, ...services.env })
        for (const { name, why } of services.missing) {
          console.log(`Not run: what needs ${name}, which is not available. ${why}`)
        }
        return isCi(env) ? { ...counts, failed: counts.failed + services.missing.length } : counts
      } finally {
        await services.stop()
      }
    },
  }
}
