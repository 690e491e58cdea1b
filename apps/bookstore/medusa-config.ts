import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET ?? "truestock-demo",
      cookieSecret: process.env.COOKIE_SECRET ?? "truestock-demo",
    },
  },
  admin: { disable: process.env.MEDUSA_ADMIN_DISABLED === "true" },
  plugins: [{ resolve: "medusa-plugin-truestock", options: {} }],
})
