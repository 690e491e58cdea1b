const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// MikroORM keeps its entities in a global: without this every suite after the first dies at boot.
MetadataStorage.clear()

// Medusa resolves an app's modules and plugins from the working directory: the shop under test is the bookstore.
process.chdir(require("node:path").resolve(__dirname, "../../../apps/bookstore"))

// Without a distributor, which tests bring themselves: its folder is theirs.
process.env.INGRAM_FEEDS = ""

process.env.LOG_LEVEL ??= "warn"
