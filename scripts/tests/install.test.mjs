// @ts-check
import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, afterEach, test } from "node:test"
import { installed } from "../bookstore/install.mjs"

const locked = {
  "": {},
  "packages/plugin": { version: "1.0.0" },
  "node_modules/pg": { version: "8.0.0", resolved: "https://registry/pg-8.0.0.tgz" },
  "node_modules/plugin": { resolved: "packages/plugin", link: true },
  "node_modules/for-another-system": { version: "1.0.0", optional: true },
  "node_modules/left-in-the-lock-file": { version: "1.0.0", extraneous: true },
}
let directory = ""

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "truestock-"))
  write("package-lock.json", locked)
})
afterEach(() => rmSync(directory, { recursive: true }))

/**
 * @param {string} file
 * @param {Record<string, unknown>} packages
 */
const write = (file, packages) => writeFileSync(join(directory, file), JSON.stringify({ packages }))

/** @param {Record<string, unknown>} changed */
function noteInstall(changed = {}) {
  for (const name of ["pg", "plugin"]) mkdirSync(join(directory, "node_modules", name), { recursive: true })
  const have = Object.entries(locked).filter(([name]) => /pg|plugin/.test(name))
  write("node_modules/.package-lock.json", { ...Object.fromEntries(have), ...changed })
}

test("a bare clone has nothing installed", () => assert.equal(installed(directory), "none"))

test("an install that matches the lock file is complete without packages for other systems", () => {
  noteInstall()
  assert.equal(installed(directory), "complete")
})

test("another version, a missing package and a deleted folder are stale", () => {
  noteInstall({ "node_modules/pg": { ...locked["node_modules/pg"], version: "7.0.0" } })
  assert.equal(installed(directory), "stale")
  noteInstall({ "node_modules/pg": undefined })
  assert.equal(installed(directory), "stale")
  noteInstall()
  rmSync(join(directory, "node_modules", "pg"), { recursive: true })
  assert.equal(installed(directory), "stale")
})
