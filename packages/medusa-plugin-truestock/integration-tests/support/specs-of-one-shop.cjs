const { existsSync, readFileSync, readdirSync } = require("node:fs")
const { join } = require("node:path")

/**
 * The specs of a folder that `together.spec.ts` runs; none where there is no such file. One that boots Medusa in its own
 * way runs alone.
 *
 * @param {string} directory
 * @returns {string[]}
 */
function specsOfOneShop(directory) {
  if (!existsSync(join(directory, "together.spec.ts"))) return []
  const specs = readdirSync(directory).filter(
    (name) => name.endsWith(".spec.ts") && name !== "together.spec.ts"
  )
  return specs.filter((name) => readFileSync(join(directory, name), "utf8").includes("runWithShop("))
}

module.exports = { specsOfOneShop }
