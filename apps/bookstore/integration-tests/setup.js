// A seed tells much; a test run should not.
process.env.LOG_LEVEL ??= "warn"

const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// Model metadata is kept in a global; without this every suite after the first finds the last one's.
MetadataStorage.clear()
