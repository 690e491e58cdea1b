import path from "node:path"

export const BOOKSTORE = path.resolve(__dirname, "../../../../apps/bookstore")
export const MEDUSA_CLI = path.join(path.dirname(require.resolve("@medusajs/cli/package.json")), "cli.js")

/** The bookstore as a shop in production, without its dashboard, which these tests do not need built. */
export function shopEnvironment(databaseUrl: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env
  return {
    ...env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    JWT_SECRET: "of-this-test-run",
    COOKIE_SECRET: "of-this-test-run",
    MEDUSA_ADMIN_DISABLED: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
    LOG_LEVEL: "info",
  }
}
