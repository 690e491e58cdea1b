// @ts-check
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { bookstoreDir, clone, feedsDir, kitDir, logFile, pluginDir, storefrontDir } from "../paths.mjs"
import { run } from "../process/run.mjs"
import { skip, step } from "../process/steps.mjs"
import { fingerprintOf, remember, remembered } from "./fingerprint.mjs"
import { runMedusa } from "./medusa.mjs"

const packages = () => {
  const root = join(clone, "packages")
  return readdirSync(root).map((name) => join(root, name))
}

/** What the bookstore's server is made of; also tells whether there may be new migrations. */
export const bookstoreFingerprint = () => fingerprintOf([...packages(), bookstoreDir])

/** The plugin, and before it what it is made with: distributors' feeds, and the storefront's rules. */
export async function buildPlugin() {
  await buildOnce("distributor feeds", {
    title: "Build the distributor feeds",
    fingerprint: fingerprintOf([feedsDir]),
    output: join(feedsDir, "dist", "index.js"),
    build: () =>
      run("Building the distributor feeds", "npm", ["run", "build"], {
        cwd: feedsDir,
        log: logFile("feeds"),
      }),
  })
  await buildKit()
  await buildOnce("plugin", {
    title: "Build the plugin",
    fingerprint: fingerprintOf(packages()),
    output: join(pluginDir, ".medusa", "server", "src"),
    build: () => runMedusa("Building the plugin", ["plugin:build"], { cwd: pluginDir, log: "plugin" }),
  })
}

/** What the storefront and the bookstore's tests import, and the plugin for what its feeds say of an offer. */
async function buildKit() {
  await buildOnce("storefront kit", {
    title: "Build the storefront kit",
    fingerprint: fingerprintOf([kitDir]),
    output: join(kitDir, "dist", "index.js"),
    build: () =>
      run("Building the storefront kit", "npm", ["run", "build"], { cwd: kitDir, log: logFile("kit") }),
  })
}

export async function buildBookstore() {
  await buildOnce("bookstore", {
    title: "Build the bookstore and its dashboard (about half a minute)",
    fingerprint: bookstoreFingerprint(),
    output: join(bookstoreDir, ".medusa", "server", "public", "admin", "index.html"),
    build: () =>
      runMedusa("Building the bookstore", ["build"], {
        cwd: bookstoreDir,
        log: "bookstore",
        env: { ...process.env, NODE_ENV: "production" },
      }),
  })
}

/** The website; it needs the kit, and at its build no shop. */
export async function buildStorefront() {
  await buildOnce("storefront", {
    title: "Build the storefront (about half a minute)",
    fingerprint: fingerprintOf([kitDir, storefrontDir]),
    output: join(storefrontDir, ".next", "BUILD_ID"),
    build: () =>
      run("Building the storefront", "npm", ["run", "build"], {
        cwd: storefrontDir,
        log: logFile("storefront-build"),
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      }),
  })
}

/**
 * @param {string} name
 * @param {{ title: string, fingerprint: string, output: string, build: () => Promise<void> }} target
 */
async function buildOnce(name, { title, fingerprint, output, build }) {
  if (remembered(name) === fingerprint && existsSync(output)) {
    return skip(`${name[0]?.toUpperCase()}${name.slice(1)}`, "built")
  }
  await step(title, build)
  remember(name, fingerprint)
}
