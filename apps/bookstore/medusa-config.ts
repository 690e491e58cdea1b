import { defineConfig } from "@medusajs/framework/utils"

/** Where the shop's processes keep their locks: LOCKING=postgres or redis when there are several. */
const LOCKING = {
  postgres: { resolve: "@medusajs/medusa/locking-postgres", id: "locking-postgres", is_default: true },
  redis: {
    resolve: "@medusajs/medusa/locking-redis",
    id: "locking-redis",
    is_default: true,
    options: { redisUrl: process.env.REDIS_URL },
  },
}
/** Medusa's own provider, which sends nothing: it says in the log what it would send, and to whom. */
const LOCAL_NOTIFICATIONS = {
  resolve: "@medusajs/medusa/notification-local",
  id: "local",
  options: { channels: ["feed", "email"] },
}
/**
 * Ingram's StockV2 files, in the folder INGRAM_FEEDS (default: `feeds`, where the shop runs; nothing happens while there is
 * none). INGRAM_FEEDS set to nothing: no distributor. Synced by itself every INGRAM_SYNC_SECONDS, if that is set.
 */
const FEEDS = process.env.INGRAM_FEEDS ?? "feeds"
const INGRAM = {
  id: "ingram",
  name: "Ingram",
  feed: { kind: "ingram_stockv2", transport: { kind: "file", directory: FEEDS } },
  sync_every_seconds: process.env.INGRAM_SYNC_SECONDS ? Number(process.env.INGRAM_SYNC_SECONDS) : null,
}
const locking = LOCKING[process.env.LOCKING as keyof typeof LOCKING]

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { pool: { max: Number(process.env.DATABASE_POOL_MAX ?? 10) } },
    // Medusa reads JWT_SECRET and COOKIE_SECRET by itself. In development it has a default for them; in production
    // they must be set, as `npm start` does.
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
    },
    // In production Medusa marks the session cookie Secure, and a browser on plain http://localhost then never
    // sends it back: the admin would log in and forget it at once. A shop behind TLS removes this line.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  admin: { disable: process.env.MEDUSA_ADMIN_DISABLED === "true" },
  modules: [
    { resolve: "./src/modules/brand" },
    { resolve: "@medusajs/medusa/notification", options: { providers: [LOCAL_NOTIFICATIONS] } },
    ...(locking ? [{ resolve: "@medusajs/medusa/locking", options: { providers: [locking] } }] : []),
  ],
  plugins: [
    {
      resolve: "medusa-plugin-truestock",
      options: {
        alerts: { to: process.env.STOCK_ALERTS_TO ?? "stockroom@bookstore.example" },
        distributors: FEEDS === "" ? [] : [INGRAM],
      },
    },
  ],
})
