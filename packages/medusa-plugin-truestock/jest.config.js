const { readdirSync } = require("node:fs")
const { join } = require("node:path")
const { specsOfOneShop } = require("./integration-tests/support/specs-of-one-shop.cjs")

// All of a folder in one boot, unless files are named: those boot a shop of their own.
const named = process.argv.some((argument) => argument.includes(".spec.ts"))
const root = join(__dirname, "integration-tests")
const together = readdirSync(root).flatMap((folder) =>
  specsOfOneShop(join(root, folder)).map((name) => `${folder}/${name}`)
)

const testMatch = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts"],
  integration: [
    "**/integration-tests/**/*.spec.ts",
    ...(named ? [] : together.map((name) => `!**/${name}`)),
    "!**/integration-tests/machines/**",
  ],
  machines: ["**/integration-tests/machines/**/*.spec.ts"],
}

/** As in Medusa's own projects: TypeScript to what Node requires. */
const jsc = { parser: { syntax: "typescript", decorators: true }, target: "es2022" }

const type = process.env.TEST_TYPE in testMatch ? process.env.TEST_TYPE : "unit"
const support = "./integration-tests/support"

/**
 * TEST_TYPE=unit | integration, as in Medusa's own projects. Integration tests boot the built plugin.
 * TEST_TYPE=machines starts whole servers of the bookstore, several at once.
 */
module.exports = {
  transform: {
    // The one import that must stay one: an ES module cannot be required in jest.
    "merchant-rules\\.[jt]s$": ["@swc/jest", { jsc, module: { type: "commonjs", ignoreDynamic: true } }],
    "^.+\\.[jt]s$": ["@swc/jest", { jsc }],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  setupFiles: type === "integration" ? ["./integration-tests/setup.js"] : [],
  ...(type !== "unit" && {
    globalSetup: `${support}/make-template.ts`,
    globalTeardown: `${support}/drop-template.ts`,
  }),
  ...(type === "machines" && { testTimeout: 120_000, maxWorkers: 1 }),
  // Two files at a time, each in a database of its own. Every boot of Medusa leaves modules behind in its process: a
  // worker that holds too much is replaced.
  ...(type === "integration" && { maxWorkers: 2, workerIdleMemoryLimit: "1GB" }),
  // Restoring a database between tests ends connections; knex reports each to the console.
  silent: type === "integration",
  testMatch: testMatch[type],
}
