// @ts-check
import { bookstoreDir } from "../paths.mjs"
import { withDatabase } from "../postgres/database.mjs"
import { codeOf } from "../process/problem.mjs"
import { skip, step } from "../process/steps.mjs"
import { bookstoreFingerprint } from "./build.mjs"
import { remember, remembered } from "./fingerprint.mjs"
import { runMedusa } from "./medusa.mjs"

/**
 * @param {string} databaseUrl
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} secrets
 */
export async function migrate(databaseUrl, env, secrets) {
  const fingerprint = bookstoreFingerprint()
  const before = await identityOf(databaseUrl)
  if (before && remembered("migrated") === `${before} ${fingerprint}`) return skip("Database", "migrated")
  // Without a terminal Medusa could not ask about links; the safe ones need no answer.
  const args = ["db:migrate", "--execute-safe-links", "--execute-safe-search"]
  await step("Migrate the database", () =>
    runMedusa("Migrating the database", args, { cwd: bookstoreDir, log: "migrate", env, secrets })
  )
  remember("migrated", `${await identityOf(databaseUrl)} ${fingerprint}`)
}

/**
 * Tells this database from one that was dropped and made again under the same name.
 *
 * @param {string} databaseUrl
 * @returns {Promise<string | undefined>} undefined when nothing was ever migrated there
 */
async function identityOf(databaseUrl) {
  return withDatabase(databaseUrl, async (client) => {
    try {
      const { rows } = await client.query(
        `select concat((select oid from pg_database where datname = current_database()), '/',
           (select extract(epoch from min(executed_at)) from mikro_orm_migrations)) as identity`
      )
      return rows[0].identity
    } catch (error) {
      const undefinedTable = "42P01"
      if (codeOf(error) === undefinedTable) return undefined
      throw error
    }
  })
}
