// @ts-check
import { buildBookstore, buildPlugin, buildStorefront } from "./bookstore/build.mjs"
import { readyBox, writeDemo } from "./bookstore/demo.mjs"
import { bookstoreEnvironment, storefrontEnvironment } from "./bookstore/environment.mjs"
import { install } from "./bookstore/install.mjs"
import { migrate } from "./bookstore/migrate.mjs"
import { requireSupportedNode } from "./bookstore/node-version.mjs"
import { requireOnlyStart } from "./bookstore/only-start.mjs"
import { seed } from "./bookstore/seed.mjs"
import { serve, serveStorefront } from "./bookstore/serve.mjs"
import { clone } from "./paths.mjs"
import { dataDirIn, postmaster } from "./postgres/cluster.mjs"
import { connect, ensureDatabase, requireDatabaseUrl } from "./postgres/database.mjs"
import { dataPlace, preparePlace } from "./postgres/place.mjs"
import { startPostgres } from "./postgres/start-postgres.mjs"
import { portFrom, requireFreePort } from "./process/ports.mjs"
import { runMain, shutdownOnSignals } from "./process/shutdown.mjs"
import { step } from "./process/steps.mjs"

const { env } = process
let open = false
shutdownOnSignals((signal) => (open ? 0 : signal === "SIGINT" ? 130 : 143))

await runMain(async () => {
  requireSupportedNode(process.versions.node)
  const port = portFrom("PORT", env.PORT, 9000)
  const storefrontPort = portFrom("STOREFRONT_PORT", env.STOREFRONT_PORT, 8000)
  const pgPort = portFrom("PG_PORT", env.PG_PORT, 54320)
  await requireFreePort("PORT", port, "the bookstore")
  await requireFreePort("STOREFRONT_PORT", storefrontPort, "the storefront")
  requireOnlyStart()
  if (env.DATABASE_URL) requireDatabaseUrl(env.DATABASE_URL)
  else await requireRoomForPostgres(pgPort)

  await install()
  const database = env.DATABASE_URL ? await yours(env.DATABASE_URL) : await embedded(pgPort)
  await buildPlugin()
  await buildBookstore()
  await buildStorefront()

  const shop = bookstoreEnvironment({ databaseUrl: database.url, port, storefrontPort })
  await migrate(database.url, shop, database.secrets)
  const seeded = await seed(database.url, shop, database.secrets)
  const { ended } = await step("Open the bookstore", () =>
    serve({ port, env: shop, secrets: database.secrets })
  )
  const website = storefrontEnvironment({ shop, seeded })
  const storefront = await step("Open the storefront", () =>
    serveStorefront({ port: storefrontPort, env: website })
  )
  console.log(readyBox(writeDemo({ port, storefrontPort, databaseUrl: database.url, seeded })))
  open = true
  await Promise.race([ended, storefront.ended])
})

/**
 * Asked before the minute that an install takes.
 *
 * @param {number} port
 */
async function requireRoomForPostgres(port) {
  const place = dataPlace(clone, env)
  await preparePlace(place)
  const leftRunning = postmaster({ dataDir: dataDirIn(place) })
  if (leftRunning?.port !== port) await requireFreePort("PG_PORT", port, "Postgres")
}

/** @param {number} port */
async function embedded(port) {
  const place = dataPlace(clone, env)
  const postgres = await step(`Start Postgres (data in ${place})`, () =>
    startPostgres({ clone, place, port })
  )
  await ensureDatabase(postgres, "bookstore")
  return { url: postgres.url("bookstore"), secrets: [postgres.password] }
}

/** @param {string} url */
async function yours(url) {
  const client = await connect(url)
  const secrets = client.password ? [client.password, encodeURIComponent(client.password)] : []
  console.log(`Postgres: yours (host ${client.host}, port ${client.port}, database ${client.database})`)
  await client.end()
  return { url, secrets }
}
