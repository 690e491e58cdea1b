const testMatch = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts"],
  integration: ["**/integration-tests/**/*.spec.ts"],
}

/** TEST_TYPE=unit | integration, as in Medusa's own projects. Integration tests boot the built plugin. */
module.exports = {
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", decorators: true }, target: "es2022" } },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  setupFiles: process.env.TEST_TYPE === "integration" ? ["./integration-tests/setup.js"] : [],
  // Restoring a database between tests ends connections; knex reports each to the console.
  silent: process.env.TEST_TYPE === "integration",
  testMatch: testMatch[process.env.TEST_TYPE] ?? testMatch.unit,
}
