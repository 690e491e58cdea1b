import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { BOOKSTORE, MEDUSA_CLI, shopEnvironment } from "./bookstore"
import { createDatabase, dropDatabase, TEMPLATE, urlOf } from "./databases"

const LIMIT_MS = 180_000

/** Once per run: migrates and seeds the bookstore, as `npm start` does. */
export default async function makeTemplate(): Promise<void> {
  process.env.TRUESTOCK_MACHINES_RUN = String(process.pid)
  await createDatabase(TEMPLATE)
  try {
    // With locks in Postgres, whose provider brings a table; without them it is not looked at.
    const env = { ...shopEnvironment(urlOf(TEMPLATE)), LOCKING: "postgres" }
    for (const command of [
      "db:migrate --execute-safe-links --execute-safe-search",
      "exec ./src/scripts/seed.ts",
    ]) {
      const args = [MEDUSA_CLI, ...command.split(" ")]
      await promisify(execFile)(process.execPath, args, { cwd: BOOKSTORE, env, timeout: LIMIT_MS })
    }
  } catch (error) {
    await dropDatabase(TEMPLATE)
    throw error
  }
}
