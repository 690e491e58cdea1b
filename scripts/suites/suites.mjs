// @ts-check
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { bookstoreDir, clone, feedsDir, kitDir, pluginDir } from "../paths.mjs"
import { start } from "../process/child.mjs"
import { countsOfJest, countsOfNodeTest } from "./counts.mjs"
import { severalMachines } from "./several-machines.mjs"

/** @typedef {import("./counts.mjs").Counts} Counts */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} [needs] a file without which there is nothing to run yet
 * @property {boolean} [database]
 * @property {(env: NodeJS.ProcessEnv) => Promise<Counts>} run
 */

const tests = join(clone, "scripts", "tests")
const scriptTests = () =>
  readdirSync(tests).filter((name) => name.endsWith(".test.mjs") && name !== "clone.test.mjs")

/** In this order: what fails fast comes first. @type {Suite[]} */
export const suites = [
  { name: "check", run: check },
  {
    name: "scripts",
    run: (env) =>
      nodeTest(
        scriptTests().map((name) => join(tests, name)),
        env
      ),
  },
  jest("plugin unit", pluginDir, "unit"),
  jest("distributor feeds", feedsDir, "unit"),
  jest("storefront kit", kitDir, "unit"),
  jest("plugin integration", pluginDir, "integration"),
  severalMachines(jest("several machines", pluginDir, "machines")),
  jest("bookstore", bookstoreDir, "integration"),
  { name: "clone", run: (env) => nodeTest([join(tests, "clone.test.mjs")], env) },
]

/**
 * The two halves of `npm run check`, at the same time: each of them keeps one core busy.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function check(env) {
  const halves = ["lint", "typecheck"].map((name) => start("npm", ["run", name], { cwd: clone, env }).exited)
  const failed = (await Promise.all(halves)).filter(({ code }) => code !== 0).length
  return { passed: halves.length - failed, failed }
}

/**
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} env
 */
function nodeTest(files, env) {
  return withReport(async (report) => {
    const reporters = [
      ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
      ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
    ]
    const args = ["--test", "--test-concurrency=1", ...reporters, ...files]
    const { code } = await start(process.execPath, args, { cwd: clone, env }).exited
    return countsOfNodeTest(read(report), code)
  })
}

/**
 * @param {string} name
 * @param {string} cwd
 * @param {"unit" | "integration" | "machines"} type
 * @returns {Suite}
 */
function jest(name, cwd, type) {
  const bin = join(clone, "node_modules", "jest", "bin", "jest.js")
  const run = (/** @type {NodeJS.ProcessEnv} */ env) =>
    withReport(async (report) => {
      // Medusa keeps its handles open after an integration test.
      const flags = type === "unit" ? [] : ["--forceExit"]
      const args = ["--experimental-vm-modules", bin, "--json", `--outputFile=${report}`, ...flags]
      const { code } = await start(process.execPath, args, { cwd, env: { ...env, TEST_TYPE: type } }).exited
      return countsOfJest(read(report), code)
    })
  return { name, needs: join(cwd, "jest.config.js"), database: type !== "unit", run }
}

/**
 * @param {(report: string) => Promise<Counts>} use
 */
async function withReport(use) {
  const directory = mkdtempSync(join(tmpdir(), "truestock-report-"))
  try {
    return await use(join(directory, "report"))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "")
