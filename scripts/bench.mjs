// @ts-check
import { join } from "node:path"
import { buildBookstore, buildPlugin } from "./bookstore/build.mjs"
import { install } from "./bookstore/install.mjs"
import { requireSupportedNode } from "./bookstore/node-version.mjs"
import { clone } from "./paths.mjs"
import { startThrowAwayPostgres } from "./postgres/start-postgres.mjs"
import { start } from "./process/child.mjs"
import { runMain, shutdownOnSignals } from "./process/shutdown.mjs"
import { step } from "./process/steps.mjs"

// Type checks belong to npm run check; here they would only delay the first figure.
const typescript =
  'data:text/javascript,import { register } from "node:module"; import { pathToFileURL } from "node:url"; ' +
  'register("ts-node/esm/transpile-only", pathToFileURL("./"))'

shutdownOnSignals(() => 130)

await runMain(async () => {
  requireSupportedNode(process.versions.node)
  await install()
  await buildPlugin()
  await buildBookstore()
  // Durable, unlike the tests' Postgres: what a commit costs is part of what is measured.
  const settings = { shared_buffers: "512MB", max_wal_size: "4GB", max_connections: 200 }
  const postgres = await step("Start a Postgres for the benchmarks", () =>
    startThrowAwayPostgres(clone, settings)
  )
  const env = { ...process.env, DATABASE_URL: postgres.url("postgres"), MEDUSA_DISABLE_TELEMETRY: "true" }
  const main = join(clone, "bench", "src", "main.ts")
  const args = ["--import", typescript, main, ...process.argv.slice(2)]
  const { code } = await start(process.execPath, args, { cwd: join(clone, "bench"), env }).exited
  return code ?? 1
})
