// @ts-check
import { bookstoreDir } from "../paths.mjs"
import { withDatabase } from "../postgres/database.mjs"
import { Problem } from "../process/problem.mjs"
import { skip, step } from "../process/steps.mjs"
import { runMedusa } from "./medusa.mjs"

/** @typedef {{ publishable_key: string, region_id: string, sales_channel_id: string }} Seeded */

/**
 * @param {string} databaseUrl
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} secrets
 * @returns {Promise<Seeded>}
 */
export async function seed(databaseUrl, env, secrets) {
  const before = await seeded(databaseUrl)
  if (before) {
    skip("Catalogue", "seeded")
    return before
  }
  await step("Seed the catalogue", () =>
    runMedusa("Seeding the catalogue", ["exec", "./src/scripts/seed.ts"], {
      cwd: bookstoreDir,
      log: "seed",
      env,
      secrets,
    })
  )
  const after = await seeded(databaseUrl)
  if (after) return after
  throw new Problem("The seed ended without a result: the store has no bookstore_seed in its metadata.")
}

/**
 * The seed notes its result in the store as its last act, so a seed that was cut short counts as none.
 *
 * @param {string} databaseUrl
 * @returns {Promise<Seeded | undefined>}
 */
async function seeded(databaseUrl) {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "select metadata -> 'bookstore_seed' as seed from store where metadata ? 'bookstore_seed' and deleted_at is null"
    )
    return rows[0]?.seed
  })
}
