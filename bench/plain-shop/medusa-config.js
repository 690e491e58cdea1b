const { defineConfig } = require("@medusajs/framework/utils")

/** Core alone, on a database that the bookstore has filled. CommonJS: nothing has to be built. */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS,
      adminCors: process.env.ADMIN_CORS,
      authCors: process.env.AUTH_CORS,
    },
  },
  admin: { disable: true },
})
