// @ts-check
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const clone = dirname(dirname(fileURLToPath(import.meta.url)))
export const pluginDir = join(clone, "packages", "medusa-plugin-truestock")
export const feedsDir = join(clone, "packages", "distributor-feeds")
export const kitDir = join(clone, "packages", "storefront-kit")
export const bookstoreDir = join(clone, "apps", "bookstore")
export const storefrontDir = join(clone, "apps", "storefront")

/** What the scripts remember between two starts; deleting it costs time, and in the default place the data. */
export const stateDir = join(clone, ".truestock")

/** @param {string} name */
export const logFile = (name) => join(stateDir, "logs", `${name}.log`)
