// @ts-check
import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { requireSupportedNode } from "../bookstore/node-version.mjs"
import { clone } from "../paths.mjs"
import { connect } from "../postgres/database.mjs"
import { preparePlace } from "../postgres/place.mjs"
import { freePort, portFrom } from "../process/ports.mjs"

test("a Node that is too old is named together with what to install", () => {
  for (const version of ["18.20.4", "20.18.1", "21.7.3", "22.11.0"]) {
    assert.throws(() => requireSupportedNode(version), {
      message: `Node ${version} is not supported: install Node 20.19 or later of 20, or 22.12 or later.`,
    })
  }
  for (const version of ["20.19.0", "20.20.2", "22.12.0", "24.0.0"]) requireSupportedNode(version)
})

test("npm start on a taken port says so in one line and exits with 1", async (t) => {
  const taken = createServer().listen(0, "127.0.0.1")
  t.after(() => taken.close())
  await new Promise((resolve) => taken.once("listening", resolve))
  const { port } = /** @type {import("node:net").AddressInfo} */ (taken.address())

  const env = { ...process.env, PORT: String(port) }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, "scripts", "start.mjs")], {
    env,
  })
  assert.equal(status, 1)
  assert.equal(
    (String(stdout) + String(stderr)).trim(),
    `Port ${port} is taken, so the bookstore cannot start: stop what listens there, or choose another port, ` +
      `for example PORT=${port + 1} npm start.`
  )
})

test("a port that is no port is refused with its value", () => {
  for (const value of ["abc", "0", "65536", "9000.5", "-1", " 80"]) {
    assert.throws(() => portFrom("PG_PORT", value, 1), {
      message: `PG_PORT is ${JSON.stringify(value)}, which is no port: give a number from 1 to 65535.`,
    })
  }
  assert.equal(portFrom("PORT", undefined, 9000), 9000)
  assert.equal(portFrom("PORT", "", 9000), 9000)
})

test("a data directory that cannot be written is named together with the way out", async (t) => {
  const directory = mkdtempSync(join(tmpdir(), "truestock-"))
  t.after(() => rmSync(directory, { recursive: true }))
  const file = join(directory, "file")
  writeFileSync(file, "")
  for (const place of [file, join(file, "below"), "/proc/truestock/data"]) {
    await assert.rejects(preparePlace(place), {
      name: "Problem",
      message: new RegExp(
        `^The data directory ${place} cannot be written .*: set TRUESTOCK_DATA_DIR to a directory`
      ),
    })
  }
})

test("as root a data directory in a private home is refused before Postgres stumbles over it", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root hands Postgres to another user")
  const home = mkdtempSync(join(tmpdir(), "truestock-"))
  t.after(() => rmSync(home, { recursive: true }))
  await assert.rejects(preparePlace(join(home, "data")), {
    message: /is closed to the user (postgres|nobody)/,
  })
})

test("a wrong DATABASE_URL is told by host, port and database, and never by its password", async () => {
  const port = await freePort()
  const url = `postgres://reader:top-secret@127.0.0.1:${port}/shop`
  await assert.rejects(connect(url), (/** @type {Error} */ error) => {
    assert.match(
      error.message,
      new RegExp(`^DATABASE_URL \\(host 127\\.0\\.0\\.1, port ${port}, database shop\\) `)
    )
    assert.match(error.message, /nothing listens there/)
    assert.doesNotMatch(error.message, /top-secret/)
    return true
  })
  for (const wrong of [
    "top-secret",
    "mysql://reader:top-secret@localhost/shop",
    "localhost:5432/top-secret",
  ]) {
    await assert.rejects(connect(wrong), {
      message: "DATABASE_URL is no Postgres URL: write postgres://user:password@host:port/database.",
    })
  }
})
