// @ts-check
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { bookstoreDir, stateDir } from "../paths.mjs"

/**
 * @typedef {object} Demo what a script or a person needs to use the running bookstore
 * @property {string} backend_url
 * @property {string} storefront_url
 * @property {{ email: string, password: string }} admin
 * @property {string} publishable_key
 * @property {string} region_id
 * @property {string} sales_channel_id
 * @property {string} database_url
 */

/**
 * @param {{ port: number, storefrontPort: number, databaseUrl: string, seeded: import("./seed.mjs").Seeded }} options
 * @returns {Demo}
 */
export function writeDemo({ port, storefrontPort, databaseUrl, seeded }) {
  const accounts = JSON.parse(readFileSync(join(bookstoreDir, "src", "seed", "accounts.json"), "utf8"))
  const demo = {
    backend_url: `http://localhost:${port}`,
    storefront_url: `http://localhost:${storefrontPort}`,
    admin: { email: accounts.admin.email, password: accounts.admin.password },
    publishable_key: seeded.publishable_key,
    region_id: seeded.region_id,
    sales_channel_id: seeded.sales_channel_id,
    database_url: databaseUrl,
  }
  // It holds the database's password.
  writeFileSync(join(stateDir, "demo.json"), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  return demo
}

/**
 * @param {Demo} demo
 * @returns {string}
 */
export function readyBox({ backend_url, storefront_url, admin, publishable_key, region_id }) {
  const line = "-".repeat(78)
  return `
${line}
The bookstore is open.

  Storefront       ${storefront_url}
  Store API        ${backend_url}/store
  Dashboard        ${backend_url}/app
  Sign in as       ${admin.email} / ${admin.password}
  Publishable key  ${publishable_key}

Try: what can be bought right now, with an exact count

  curl -s -H 'x-publishable-api-key: ${publishable_key}' \\
    '${backend_url}/store/products/available?limit=5&region_id=${region_id}'

All of this is in .truestock/demo.json, logs are in .truestock/logs.
Ctrl-C stops everything; npm start continues with the same data.
${line}`
}
