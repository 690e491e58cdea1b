// @ts-check
import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { test } from "node:test"
import { dataPlace } from "../postgres/place.mjs"
import { freePort, requireFreePort } from "../process/ports.mjs"
import { requireDashboard, requireDemo, requireListing, requireStorefront } from "./bookstore-checks.mjs"
import { demoOf, exportClone, npmStart, processesNaming, remove } from "./fresh-clone.mjs"

/** @typedef {import("./fresh-clone.mjs").Owner} Owner */

const asRoot = process.getuid?.() === 0
const limit = { timeout: 10 * 60_000 }

test(
  `npm start from a fresh clone opens the bookstore, as ${asRoot ? "root" : "a normal user"}`,
  limit,
  (t) => tryTheBookstore(t)
)

if (asRoot && process.env.TRUESTOCK_TEST_FULL) {
  test("npm start from a fresh clone opens the bookstore, as a normal user", limit, (t) => {
    const number = (/** @type {string} */ flag) => Number(execFileSync("id", [flag, "nobody"]))
    return tryTheBookstore(t, { uid: number("-u"), gid: number("-g") })
  })
}

/**
 * @param {import("node:test").TestContext} t
 * @param {Owner} [owner]
 */
async function tryTheBookstore(t, owner) {
  const directory = exportClone(owner)
  const [PORT, STOREFRONT_PORT, PG_PORT] = [await freePort(), await freePort(), await freePort()].map(String)
  const ports = { PORT: `${PORT}`, STOREFRONT_PORT: `${STOREFRONT_PORT}`, PG_PORT: `${PG_PORT}` }
  const start = () => npmStart(directory, ports, owner)
  let shop = start()
  t.after(async () => {
    const ended = await Promise.race([shop.exited.then(() => true), stopping(shop)])
    if (!ended) t.diagnostic("the bookstore did not stop")
    remove(directory)
    if (asRoot && !owner) remove(dataPlace(directory, {}))
  })

  await shop.open()
  assert.equal(shop.raw(), shop.output(), "no control codes without a terminal")
  const demo = demoOf(directory)
  requireDemo(demo, shop.output(), ports)
  await requireDashboard(demo)
  await requireStorefront(demo)
  await requireListing(demo)
  await requireLocalOnly(ports)

  shop.signal("SIGINT")
  // npm passes on that it was interrupted; what matters is that nothing failed.
  assert([0, 130, null].includes(await shop.exited), shop.output())
  await requireNothingLeft(directory, ports)

  // Killed without a chance to clean up: the server goes by itself, Postgres is taken over by the next start.
  shop = start()
  await shop.open()
  requireNothingRepeated(shop.output())
  shop.signal("SIGKILL")
  await shop.exited
  await eventually(() => requireFreePort("PORT", Number(ports.PORT), "the next start"))
  await eventually(() => requireFreePort("STOREFRONT_PORT", Number(ports.STOREFRONT_PORT), "the next start"))

  shop = start()
  await shop.open()
  requireNothingRepeated(shop.output())
  assert.deepEqual(demoOf(directory), demo)
  await requireListing(demo)
  shop.signal("SIGTERM")
  await shop.exited
  await requireNothingLeft(directory, ports)

  await requireRefusal(
    directory,
    { ...ports, DATABASE_URL: "postgres://me:top-secret@127.0.0.1:1/shop" },
    owner
  )
}

/** @param {{ PG_PORT: string }} ports */
async function requireLocalOnly({ PG_PORT }) {
  if (process.platform !== "linux") return
  const port = Number(PG_PORT).toString(16).toUpperCase().padStart(4, "0")
  const listening = readFileSync("/proc/net/tcp", "utf8").match(
    new RegExp(`\\w{8}:${port} 00000000:0000 0A`, "g")
  )
  assert.deepEqual(listening, [`0100007F:${port} 00000000:0000 0A`])
}

/**
 * @param {string} directory
 * @param {{ PORT: string, STOREFRONT_PORT: string, PG_PORT: string }} ports
 */
async function requireNothingLeft(directory, { PORT, STOREFRONT_PORT, PG_PORT }) {
  // Medusa starts a process of its own when it ends, which looks for something to report and finds nothing.
  await eventually(async () => assert.deepEqual(processesNaming(basename(directory)), []))
  await requireFreePort("PORT", Number(PORT), "the next start")
  await requireFreePort("STOREFRONT_PORT", Number(STOREFRONT_PORT), "the next start")
  await requireFreePort("PG_PORT", Number(PG_PORT), "the next start")
}

/** @param {string} output */
function requireNothingRepeated(output) {
  for (const line of [
    "Packages: installed",
    "Plugin: built",
    "Bookstore: built",
    "Database: migrated",
    "Catalogue: seeded",
  ]) {
    assert(output.includes(line), `no line "${line}" in\n${output}`)
  }
}

/**
 * @param {string} directory
 * @param {Record<string, string>} settings
 * @param {Owner} [owner]
 */
async function requireRefusal(directory, settings, owner) {
  const refused = npmStart(directory, settings, owner)
  assert.equal(await refused.exited, 1)
  assert.match(
    refused.output(),
    /^DATABASE_URL \(host 127\.0\.0\.1, port 1, database shop\) is not reached: /m
  )
  assert.doesNotMatch(refused.output(), /top-secret|^ +at /m)
}

/** @param {ReturnType<typeof npmStart>} shop */
async function stopping(shop) {
  try {
    shop.signal("SIGINT")
  } catch {
    return true
  }
  await new Promise((resolve) => setTimeout(resolve, 30_000).unref())
  return false
}

/** @param {() => Promise<void>} check */
async function eventually(check) {
  const deadline = Date.now() + 20_000
  while (true) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
