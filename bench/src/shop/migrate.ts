import { runMedusa } from "../../../scripts/bookstore/medusa.mjs"
import { bookstoreDir } from "../../../scripts/paths.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { shopEnvironment } from "./environment.js"

/** Medusa's tables and the plugin's, made by the same command that a shop uses. */
export async function migrate(databaseUrl: string): Promise<void> {
  const args = ["db:migrate", "--execute-safe-links", "--execute-safe-search"]
  await step("Migrate a database of its own", () =>
    runMedusa("Migrating the database", args, {
      cwd: bookstoreDir,
      log: "bench-migrate",
      env: shopEnvironment(databaseUrl, 9000),
    })
  )
}
