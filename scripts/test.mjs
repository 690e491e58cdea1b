// @ts-check
import { existsSync } from "node:fs"
import { relative } from "node:path"
import { buildPlugin } from "./bookstore/build.mjs"
import { install } from "./bookstore/install.mjs"
import { requireSupportedNode } from "./bookstore/node-version.mjs"
import { clone } from "./paths.mjs"
import { fastestPlace, startThrowAwayPostgres } from "./postgres/start-postgres.mjs"
import { Problem } from "./process/problem.mjs"
import { runMain, shutdownOnSignals } from "./process/shutdown.mjs"
import { step } from "./process/steps.mjs"
import { inWords } from "./suites/counts.mjs"
import { isCi } from "./suites/ci.mjs"
import { suites } from "./suites/suites.mjs"

shutdownOnSignals(() => 130)

await runMain(async () => {
  requireSupportedNode(process.versions.node)
  const wanted = wantedSuites(process.argv.slice(2))
  await install()
  if (wanted.some(({ name, database }) => database || name === "check" || name === "plugin unit"))
    await buildPlugin()
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...(process.argv.includes("--full") && { TRUESTOCK_TEST_FULL: "1" }) }
  if (wanted.some(({ database }) => database)) Object.assign(env, await databaseEnvironment())

  const total = { passed: 0, failed: 0, notRun: 0 }
  const lines = []
  for (const suite of wanted) {
    console.log(`\n== ${suite.name}`)
    const began = Date.now()
    const counts = await runSuite(suite, env)
    total.passed += counts.passed
    total.failed += counts.failed
    total.notRun += counts.notRun ?? 0
    const minutes = ((Date.now() - began) / 60_000).toFixed(1)
    lines.push(`${suite.name.padEnd(20)} ${minutes} min  ${inWords(counts)}`)
    console.log(`== ${lines.at(-1)}`)
  }
  console.log(`\n${lines.join("\n")}\n${inWords(total)}`)
  return total.failed === 0 ? 0 : 1
})

/** @param {string[]} args */
function wantedSuites(args) {
  const unknownFlag = args.find((arg) => arg.startsWith("--") && arg !== "--full")
  const names = args.filter((arg) => !arg.startsWith("--"))
  const unknown = unknownFlag ?? names.find((name) => !suites.some((suite) => suite.name === name))
  if (unknown) {
    const known = suites.map(({ name }) => JSON.stringify(name)).join(", ")
    throw new Problem(`There is no suite ${JSON.stringify(unknown)}: give --full, or some of ${known}.`)
  }
  return names.length ? suites.filter(({ name }) => names.includes(name)) : suites
}

/**
 * @param {import("./suites/suites.mjs").Suite} suite
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("./suites/counts.mjs").Counts>}
 */
async function runSuite(suite, env) {
  if (!suite.needs || existsSync(suite.needs)) return suite.run({ ...env, NODE_ENV: "test" })
  console.log(`There is no ${relative(clone, suite.needs)}.`)
  return { passed: 0, failed: isCi(process.env) ? 1 : 0 }
}

async function databaseEnvironment() {
  // Durability is not what these tests are about, and without it they are twice as fast.
  const settings = {
    ...{ fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
    ...{ wal_level: "minimal", max_wal_senders: 0, shared_buffers: "256MB", max_connections: 200 },
  }
  const postgres = await step("Start a Postgres for the tests", () =>
    startThrowAwayPostgres(clone, settings, fastestPlace())
  )
  return {
    DATABASE_URL: postgres.url("postgres"),
    DB_HOST: postgres.host,
    DB_PORT: String(postgres.port),
    DB_USERNAME: postgres.user,
    DB_PASSWORD: postgres.password,
    DB_WAITINGROOM_DATABASE: "postgres",
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}
