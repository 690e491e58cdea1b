const testMatch = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts"],
  integration: ["**/src/**/__tests__/**/*.unit.spec.ts", "**/integration-tests/**/*.spec.ts"],
}

module.exports = {
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript", decorators: true }, target: "es2022" },
        // The storefront kit is an ES module: what imports it must remain an import.
        module: { ignoreDynamic: true },
      },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["dist/", "<rootDir>/.medusa/"],
  setupFiles: ["./integration-tests/setup.js"],
  // Two files at a time, each in a database of its own.
  maxWorkers: 2,
  testMatch: testMatch[process.env.TEST_TYPE] ?? testMatch.unit,
}
