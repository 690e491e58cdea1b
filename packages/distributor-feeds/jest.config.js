/** Tests of real counterparts too: FTP, SFTP and HTTP servers on loopback, all within this process. */
module.exports = {
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  testMatch: ["**/src/**/__tests__/**/*.unit.spec.ts"],
}
