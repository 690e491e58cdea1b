// @ts-check

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {string} report
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function countsOfJest(report, exitCode) {
  if (!report) return settled({ passed: 0, failed: 0 }, exitCode)
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(report)
  // A file that does not even load has no test to fail, and still must not pass.
  return settled({ passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites }, exitCode)
}

/**
 * @param {string} report in TAP
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function countsOfNodeTest(report, exitCode) {
  const number = (/** @type {string} */ name) =>
    Number(report.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? 0)
  return settled({ passed: number("pass"), failed: number("fail") + number("cancelled") }, exitCode)
}

/**
 * A suite that ran nothing, or ended badly without naming a test, has failed.
 *
 * @param {Counts} counts
 * @param {number | null} exitCode
 * @returns {Counts}
 */
function settled({ passed, failed }, exitCode) {
  const silent = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}
