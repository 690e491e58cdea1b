// @ts-check
import assert from "node:assert/strict"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { clone } from "../paths.mjs"
import { findBinaries, hydrateSymlinks } from "../postgres/binaries.mjs"

test("symlinks that npm's install scripts did not make are made, once or often, and broken ones are mended", (t) => {
  const root = mkdtempSync(join(tmpdir(), "truestock-"))
  t.after(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, "native", "lib"), { recursive: true })
  writeFileSync(join(root, "native", "lib", "libpq.so.5.18"), "library")
  const links = ["libpq.so.5", "libpq.so"].map((name) => ({
    source: "native/lib/libpq.so.5.18",
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(root, "native", "pg-symlinks.json"), JSON.stringify(links))
  symlinkSync("nowhere", join(root, "native", "lib", "libpq.so"))

  hydrateSymlinks(root)
  hydrateSymlinks(root)
  for (const { target } of links) {
    assert.equal(readlinkSync(join(root, target)), "libpq.so.5.18")
    assert.equal(readFileSync(join(root, target), "utf8"), "library")
  }
})

test("the binaries of this machine are found complete", () => {
  const { native, version } = findBinaries(clone)
  assert(existsSync(join(native, "bin")))
  assert.match(version, /^\d+\.\d+/)
})

test("a clone without binaries says what to do", (t) => {
  const bare = mkdtempSync(join(tmpdir(), "truestock-"))
  t.after(() => rmSync(bare, { recursive: true }))
  assert.throws(() => findBinaries(bare), {
    message: /^No embedded Postgres is installed for .* set DATABASE_URL/,
  })
})
