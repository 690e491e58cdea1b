const testMatch = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts"],
  integration: ["**/src/**/__tests__/**/*.unit.spec.ts", "**/integration-tests/**/*.spec.ts"],
}

module.exports = {
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", decorators: true }, target: "es2022" } },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["dist/", "<rootDir>/.medusa/"],
  setupFiles: ["./integration-tests/setup.js"],
  maxWorkers: 1,
  testMatch: testMatch[process.env.TEST_TYPE] ?? testMatch.unit,
}
