// @ts-check
import assert from "node:assert/strict"
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { clone } from "../paths.mjs"
import { openCluster, postmaster, startCluster, stopCluster } from "../postgres/cluster.mjs"
import { connect, ensureDatabase, withDatabase } from "../postgres/database.mjs"
import { startPostgres } from "../postgres/start-postgres.mjs"
import { freePort, requireFreePort } from "../process/ports.mjs"

/** A blank in its name, since a clone may have one. */
let place = ""
let port = 0
/** @type {import("../postgres/start-postgres.mjs").Postgres} */
let postgres

before(async () => {
  const directory = mkdtempSync(join(tmpdir(), "truestock-"))
  chmodSync(directory, 0o755)
  place = join(directory, "my data")
  port = await freePort()
  postgres = await startPostgres({ clone, place, port })
  await ensureDatabase(postgres, "books")
  await query("create table book as select 'Emma' as title")
})

after(async () => {
  await postgres.stop()
  rmSync(join(place, ".."), { recursive: true })
})

/** @param {string} sql */
const query = (sql) => withDatabase(postgres.url("books"), async (client) => (await client.query(sql)).rows)

const keepsItsData = async () => assert.deepEqual(await query("select title from book"), [{ title: "Emma" }])

test("the server answers on 127.0.0.1 alone, with a password, in UTF-8 and a locale that every machine has", async () => {
  const [row] = await query(`select current_setting('listen_addresses') as addresses,
    current_setting('unix_socket_directories') as sockets, datlocprovider as provider, datlocale as locale,
    pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`)
  assert.deepEqual(row, {
    addresses: "127.0.0.1",
    sockets: "",
    provider: "b",
    locale: "C.UTF-8",
    encoding: "UTF8",
  })
  const wrong = postgres.url("books").replace(postgres.password, "guessed")
  await assert.rejects(connect(wrong), { message: /refuses user postgres: check user, password and SSL\.$/ })
})

test("a database that does not exist is told with how to create it", async () => {
  await assert.rejects(connect(postgres.url("nowhere")), {
    message: /database nowhere\) does not exist: create it/,
  })
  await ensureDatabase(postgres, "books")
})

test("a second start takes over a server that an interrupted start left running", async () => {
  const cluster = await openCluster(clone, place)
  const running = postmaster(cluster)
  await startPostgres({ clone, place, port })
  assert.deepEqual(postmaster(cluster), running)
  await keepsItsData()
})

test("after a stop nothing runs, and the next start finds the data, on another port too", async () => {
  const cluster = await openCluster(clone, place)
  await stopCluster(cluster)
  assert.equal(postmaster(cluster), undefined)
  await stopCluster(cluster)
  const other = await freePort()
  await startCluster(cluster, other)
  assert.equal(postmaster(cluster)?.port, other)
  await startCluster(cluster, port)
  await keepsItsData()
})

test("a server killed with -9 recovers on the next start", async () => {
  const cluster = await openCluster(clone, place)
  const running = postmaster(cluster)
  assert(running)
  process.kill(running.pid, "SIGKILL")
  // Its children notice a moment later, and keep the port until then.
  const isFree = () =>
    requireFreePort("PG_PORT", port, "Postgres").then(
      () => true,
      () => false
    )
  while (postmaster(cluster) || !(await isFree())) await new Promise((resolve) => setTimeout(resolve, 20))
  await startCluster(cluster, port)
  await keepsItsData()
})

test("a pid file whose number now belongs to another process does not keep Postgres from starting", async () => {
  const cluster = await openCluster(clone, place)
  const file = join(cluster.dataDir, "postmaster.pid")
  const [, ...rest] = readFileSync(file, "utf8").split("\n")
  await stopCluster(cluster)
  writeFileSync(file, [process.pid, ...rest].join("\n"))
  assert.equal(postmaster(cluster), undefined)
  await startCluster(cluster, port)
  await keepsItsData()
})

test("a taken Postgres port names PG_PORT", async (t) => {
  const cluster = await openCluster(clone, place)
  const taken = createServer().listen(0, "127.0.0.1")
  t.after(() => taken.close())
  await new Promise((resolve) => taken.once("listening", resolve))
  const address = /** @type {import("node:net").AddressInfo} */ (taken.address())
  await assert.rejects(startCluster(cluster, address.port), {
    message: new RegExp(
      `^Port ${address.port} is taken, so Postgres cannot start: .*PG_PORT=${address.port + 1}`
    ),
  })
  await startCluster(cluster, port)
})

test("what an interrupted initdb left behind is done again", async () => {
  const other = join(place, "..", "interrupted")
  mkdirSync(join(other, "pg.unfinished", "base"), { recursive: true })
  chmodSync(other, 0o755)
  const second = await startPostgres({ clone, place: other, port: await freePort() })
  await ensureDatabase(second, "books")
  await second.stop()
})
