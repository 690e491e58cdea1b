import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
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
  modules: [{ resolve: "./src/modules/brand" }],
  plugins: [{ resolve: "medusa-plugin-truestock", options: {} }],
})
