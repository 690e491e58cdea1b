// @ts-check
import assert from "node:assert/strict"
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { once } from "node:events"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { clone } from "../paths.mjs"
import { withDatabase } from "../postgres/database.mjs"
import { startThrowAwayPostgres } from "../postgres/start-postgres.mjs"
import { requireFreePort } from "../process/ports.mjs"
import { packagesOf, programIn } from "../services/debian.mjs"
import { startPgBouncer } from "../services/pgbouncer.mjs"
import { findProgram, installedProgram } from "../services/programs.mjs"
import { startRedis } from "../services/redis.mjs"
import { startServices } from "../services/start-services.mjs"
import { isCi } from "../suites/ci.mjs"
import { inWords } from "../suites/counts.mjs"
import { severalMachines } from "../suites/several-machines.mjs"

const directory = mkdtempSync(join(tmpdir(), "truestock-test-"))
/** @type {import("../postgres/start-postgres.mjs").Postgres} */
let postgres

before(async () => {
  chmodSync(directory, 0o755)
  postgres = await startThrowAwayPostgres(clone)
})
after(async () => {
  await postgres.stop()
  rmSync(directory, { recursive: true })
})

/**
 * The program, or the end of the test where it cannot be had: only CI insists.
 *
 * @param {import("node:test").TestContext} t
 * @param {import("../services/programs.mjs").ProgramName} name
 */
async function program(t, name) {
  const found = await findProgram(name, clone, process.env)
  if ("program" in found) return found.program
  if (isCi(process.env)) assert.fail(found.missing)
  t.skip(found.missing)
}

/** @param {number} port */
async function requireGone(port) {
  await requireFreePort("PORT", port, "the next one")
}

test("a program in PATH is taken as it is", () => {
  const bin = join(directory, "bin")
  mkdirSync(bin)
  writeFileSync(join(bin, "redis-server"), "#!/bin/sh\n", { mode: 0o755 })
  assert.deepEqual(installedProgram("redis-server", `/nowhere:${bin}`), {
    path: join(bin, "redis-server"),
    env: {},
  })
  writeFileSync(join(bin, "pgbouncer"), "no program", { mode: 0o644 })
  assert.notEqual(installedProgram("pgbouncer", bin)?.path, join(bin, "pgbouncer"))
})

test("an unpacked program finds the libraries that were unpacked with it", () => {
  const root = join(directory, "unpacked")
  mkdirSync(join(root, "usr", "sbin"), { recursive: true })
  mkdirSync(join(root, "usr", "lib", "x86_64-linux-gnu"), { recursive: true })
  assert.equal(programIn(root, "pgbouncer"), undefined)
  writeFileSync(join(root, "usr", "sbin", "pgbouncer"), "")
  assert.deepEqual(programIn(root, "pgbouncer"), {
    path: join(root, "usr", "sbin", "pgbouncer"),
    env: { LD_LIBRARY_PATH: `${join(root, "usr/lib")}:${join(root, "usr/lib/x86_64-linux-gnu")}` },
  })
})

test("a package that nobody has is refused with what apt said, and leaves nothing behind", async (t) => {
  const lists = join(directory, "lists")
  mkdirSync(join(lists, "partial"), { recursive: true })
  // An apt that knows no source, so that it neither finds nor asks anybody.
  const nowhere = [`State::lists "${lists}"`, 'Etc::sourcelist "/dev/null"', 'Etc::sourceparts "/dev/null"']
  process.env.APT_CONFIG = join(directory, "apt.conf")
  t.after(() => delete process.env.APT_CONFIG)
  writeFileSync(process.env.APT_CONFIG, nowhere.map((setting) => `Dir::${setting};\n`).join(""))

  const place = join(directory, "services")
  await assert.rejects(
    packagesOf("pgbouncer", place),
    (/** @type {import("../process/problem.mjs").Problem} */ error) => {
      assert.equal(error.name, "Problem")
      if (existsSync("/usr/bin/apt-get"))
        assert.match(error.detail ?? "", /Unable to locate package pgbouncer/)
      return true
    }
  )
  assert.deepEqual(existsSync(place) ? readdirSync(place) : [], [])
})

test("Redis asks for a password, keeps nothing, listens on 127.0.0.1 alone, and is gone when it is stopped", async (t) => {
  const found = await program(t, "redis-server")
  if (!found) return
  const redis = await startRedis(found)
  const { port, password } = new URL(redis.url)
  assert.match(await say(Number(port), "PING"), /^-NOAUTH/)
  const said = await say(
    Number(port),
    `AUTH ${password}`,
    "CONFIG GET bind",
    "CONFIG GET save",
    "CONFIG GET dir"
  )
  assert.match(said, /bind\r\n\$9\r\n127\.0\.0\.1\r\n/)
  assert.match(said, /save\r\n\$0\r\n/)
  const place = said.match(/dir\r\n\$\d+\r\n(\S+)\r\n/)?.[1] ?? ""
  assert.match(place, /truestock-/)
  await redis.stop()
  await requireGone(Number(port))
  assert.throws(() => readdirSync(place), { code: "ENOENT" })
})

test("PgBouncer gives each transaction any connection, and is gone when it is stopped", async (t) => {
  const found = await program(t, "pgbouncer")
  if (!found) return
  const pgbouncer = await startPgBouncer(found, postgres)
  const url = (/** @type {string} */ password) =>
    `postgres://${postgres.user}:${password}@localhost:${pgbouncer.port}/postgres`

  await withDatabase(url(postgres.password), async (one) => {
    await withDatabase(url(postgres.password), async (other) => {
      const backend = async (/** @type {import("pg").Client} */ client) =>
        (await client.query("select pg_backend_pid() as pid")).rows[0].pid
      const first = await backend(one)
      // Released after its transaction: the other client gets the same one, and while that is in use, we another.
      await other.query("begin")
      assert.equal(await backend(other), first)
      assert.notEqual(await backend(one), first)
      await other.query("commit")
    })
  })
  await withDatabase(url(postgres.password), async (client) => {
    const prepared = { name: "by-name", text: "select 1" }
    await client.query("begin")
    await client.query(prepared)
    await client.query("commit")
    await withDatabase(url(postgres.password), (other) =>
      assert.rejects(other.query(prepared), { code: "42P05" })
    )
  })
  await assert.rejects(
    withDatabase(url("guessed"), async () => {}),
    { name: "Problem" }
  )
  await pgbouncer.stop()
  await requireGone(pgbouncer.port)
})

test("a service that cannot start says what it printed last", async () => {
  await assert.rejects(startRedis({ path: "/bin/cat", env: {} }), {
    message: "Redis did not start (/bin/cat).",
    detail: /requirepass/,
  })
})

test("what is to be had is started for the tests, and what is not is named with the reason", async () => {
  const env = { ...process.env, DB_PORT: String(postgres.port), DB_PASSWORD: postgres.password }
  const services = await startServices(clone, env)
  const missing = services.missing.map(({ name }) => name)
  assert.equal(services.env.REDIS_URL === undefined, missing.includes("Redis"))
  assert.equal(services.env.PGBOUNCER_PORT === undefined, missing.includes("PgBouncer"))
  for (const { why } of services.missing) assert(why)
  await services.stop()
  if (services.env.PGBOUNCER_PORT) await requireGone(Number(services.env.PGBOUNCER_PORT))
})

test("what cannot be had is left out with a word, fails the suite in CI, and what was started is always stopped", async () => {
  let stopped = 0
  const suite = severalMachines(
    { name: "any", run: async ({ REDIS_URL }) => ({ passed: REDIS_URL ? 1 : 0, failed: 0, notRun: 2 }) },
    async () => ({
      env: { REDIS_URL: "redis://somewhere" },
      missing: [{ name: "PgBouncer", why: "It is not in PATH." }],
      stop: async () => void stopped++,
    })
  )
  assert.deepEqual(await suite.run({}), { passed: 1, failed: 0, notRun: 2 })
  assert.deepEqual(await suite.run({ CI: "1" }), { passed: 1, failed: 1, notRun: 2 })
  assert.equal(stopped, 2)
})

test("what was not run stands beside what passed", () => {
  assert.equal(inWords({ passed: 5, failed: 0 }), "5 passed, 0 failed")
  assert.equal(inWords({ passed: 5, failed: 1, notRun: 4 }), "5 passed, 1 failed, 4 not run")
})

/**
 * @param {number} port
 * @param {string[]} commands
 */
async function say(port, ...commands) {
  const socket = connect(port, "127.0.0.1")
  await once(socket, "connect")
  socket.end([...commands, "QUIT", ""].join("\r\n"))
  let answer = ""
  for await (const chunk of socket) answer += chunk
  return answer
}
