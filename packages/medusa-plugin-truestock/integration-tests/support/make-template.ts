import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { BOOKSTORE, MEDUSA_CLI, shopEnvironment } from "./bookstore"
import { createDatabase, dropDatabase, TEMPLATE, urlOf } from "./databases"

const LIMIT_MS = 180_000
const MIGRATE = "db:migrate --execute-safe-links --execute-safe-search"
const SEED = "exec ./src/scripts/seed.ts"

/** Once per run: migrates the bookstore, and seeds it for the machines, as `npm start` does. */
export default async function makeTemplate(): Promise<void> {
  process.env.TRUESTOCK_TEST_RUN = String(process.pid)
  const isSeeded = process.env.TEST_TYPE === "machines"
  const commands = isSeeded ? [MIGRATE, SEED] : [MIGRATE]
  await createDatabase(TEMPLATE)
  try {
    // With locks in Postgres, whose provider brings a table; without them it is not looked at.
    const env = {
      ...shopEnvironment(urlOf(TEMPLATE)),
      LOCKING: "postgres",
      ...(isSeeded ? {} : { INGRAM_FEEDS: "" }),
    }
    for (const command of commands) {
      const args = [MEDUSA_CLI, ...command.split(" ")]
      await promisify(execFile)(process.execPath, args, { cwd: BOOKSTORE, env, timeout: LIMIT_MS })
    }
  } catch (error) {
    await dropDatabase(TEMPLATE)
    throw error
  }
}
