// @ts-check
import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { commandOf } from "../process/command-of.mjs"
import { start } from "../process/child.mjs"
import { run } from "../process/run.mjs"
import { countsOfJest, countsOfNodeTest } from "../suites/counts.mjs"

const directory = mkdtempSync(join(tmpdir(), "truestock-"))
after(() => rmSync(directory, { recursive: true }))

test("a failed command shows where its log is and the log's end, without colours and without the password", async () => {
  const log = join(directory, "logs", "failing.log")
  const script = "console.log('\\x1b[31mlogin as top-secret failed\\x1b[39m'); process.exit(3)"
  await assert.rejects(run("Migrating", process.execPath, ["-e", script], { log, secrets: ["top-secret"] }), {
    message: `Migrating failed with exit code 3. The full output is in ${log}.`,
    detail: "  | login as *** failed",
  })
})

test("stopping a process ends its children too", async () => {
  const file = join(directory, "child.pid")
  const child = `require("fs").writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`
  const parent = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}]); setInterval(() => {}, 1000)`
  writeFileSync(file, "")
  const { stop } = start(process.execPath, ["-e", parent], {})
  while (!readFileSync(file, "utf8")) await new Promise((resolve) => setTimeout(resolve, 20))
  const pid = Number(readFileSync(file, "utf8"))
  await stop()
  const deadline = Date.now() + 2000
  while (commandOf(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
  assert(!commandOf(pid))
})

test("a suite that ran no test, could not load a file, or ended badly has failed", () => {
  const jest = (/** @type {number[]} */ [passed, failed, broken]) =>
    JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken })
  assert.deepEqual(countsOfJest(jest([5, 0, 0]), 0), { passed: 5, failed: 0 })
  assert.deepEqual(countsOfJest(jest([5, 2, 1]), 1), { passed: 5, failed: 3 })
  assert.deepEqual(countsOfJest(jest([0, 0, 0]), 0), { passed: 0, failed: 1 })
  assert.deepEqual(countsOfJest(jest([5, 0, 0]), null), { passed: 5, failed: 1 })
  assert.deepEqual(countsOfJest(JSON.stringify({ ...JSON.parse(jest([5, 0, 0])), numPendingTests: 4 }), 0), {
    passed: 5,
    failed: 0,
    notRun: 4,
  })
  assert.deepEqual(countsOfJest("", 1), { passed: 0, failed: 1 })
  assert.deepEqual(countsOfNodeTest("# tests 3\n# pass 2\n# fail 1\n# cancelled 0\n", 1), {
    passed: 2,
    failed: 1,
  })
  assert.deepEqual(countsOfNodeTest("# pass 2\n# skipped 1\n", 0), { passed: 2, failed: 0, notRun: 1 })
  assert.deepEqual(countsOfNodeTest("", 0), { passed: 0, failed: 1 })
})
