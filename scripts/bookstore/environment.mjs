// @ts-check
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { bookstoreDir, stateDir } from "../paths.mjs"

/**
 * What the bookstore needs to run in production on this machine; whatever the caller has set wins.
 *
 * @param {{ databaseUrl: string, port: number }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function bookstoreEnvironment({ databaseUrl, port }) {
  const backend = `http://localhost:${port}`
  return {
    STORE_CORS: "http://localhost:8000",
    ADMIN_CORS: backend,
    AUTH_CORS: `http://localhost:8000,${backend}`,
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
 * @returns {{ JWT_SECRET: string, COOKIE_SECRET: string }}
 */
function secrets() {
  const file = join(stateDir, "secrets.json")
  if (!existsSync(file)) {
    mkdirSync(stateDir, { recursive: true })
    const random = () => randomBytes(32).toString("hex")
    writeFileSync(file, JSON.stringify({ JWT_SECRET: random(), COOKIE_SECRET: random() }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, "utf8"))
}
