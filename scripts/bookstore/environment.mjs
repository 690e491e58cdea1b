// @ts-check
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { bookstoreDir, stateDir } from "../paths.mjs"

/** The last one is how the shop proves itself to the storefront. */
const SECRETS = /** @type {const} */ (["JWT_SECRET", "COOKIE_SECRET", "STOREFRONT_REVALIDATE_SECRET"])

/**
 * What the bookstore needs to run in production on this machine; whatever the caller has set wins.
 *
 * @param {{ databaseUrl: string, port: number, storefrontPort?: number }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function bookstoreEnvironment({ databaseUrl, port, storefrontPort = 8000 }) {
  const backend = `http://localhost:${port}`
  const storefront = `http://localhost:${storefrontPort}`
  return {
    STORE_CORS: storefront,
    ADMIN_CORS: backend,
    AUTH_CORS: `${storefront},${backend}`,
    STOREFRONT_URL: storefront,
    ...secrets(),
    ...process.env,
    INGRAM_FEEDS: feedsFolder(process.env.INGRAM_FEEDS),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    MEDUSA_BACKEND_URL: backend,
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}

/**
 * What the storefront needs beside it: of the shop's secrets only the one that both share.
 *
 * @param {{ shop: NodeJS.ProcessEnv, seeded: import("./seed.mjs").Seeded }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function storefrontEnvironment({ shop, seeded }) {
  const { JWT_SECRET, COOKIE_SECRET, DATABASE_URL, PORT, ...shared } = shop
  return {
    ...shared,
    NEXT_TELEMETRY_DISABLED: "1",
    SHOP_URL: shop.MEDUSA_BACKEND_URL,
    SHOP_PUBLISHABLE_KEY: seeded.publishable_key,
    SHOP_REGION_ID: seeded.region_id,
  }
}

/**
 * The server runs in a folder that each build makes anew: feeds lie where nobody clears up. Empty = no distributor.
 *
 * @param {string | undefined} wanted
 */
function feedsFolder(wanted) {
  if (wanted === "") return wanted
  return wanted === undefined ? join(bookstoreDir, "feeds") : resolve(wanted)
}

/**
 * Medusa has no default for these in production, and one in the repository would let anybody forge a login.
 *
 * @returns {Record<(typeof SECRETS)[number], string>}
 */
function secrets() {
  const file = join(stateDir, "secrets.json")
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  if (SECRETS.some((name) => !known[name])) {
    mkdirSync(stateDir, { recursive: true })
    for (const name of SECRETS) known[name] ??= randomBytes(32).toString("hex")
    writeFileSync(file, JSON.stringify(known), { mode: 0o600 })
  }
  return known
}
