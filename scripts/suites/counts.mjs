// @ts-check

/**
 * notRun: what this machine has not the means for, or the caller did not ask for.
 *
 * @typedef {{ passed: number, failed: number, notRun?: number }} Counts
 */

/**
 * @param {string} report
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function countsOfJest(report, exitCode) {
  if (!report) return settled({ passed: 0, failed: 0 }, exitCode)
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(report)
  // A file that does not even load has no test to fail, and still must not pass.
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return settled({ passed: numPassedTests, failed, notRun: numPendingTests }, exitCode)
}

/**
 * @param {string} report in TAP
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function countsOfNodeTest(report, exitCode) {
  const number = (/** @type {string} */ name) =>
    Number(report.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? 0)
  const failed = number("fail") + number("cancelled")
  return settled({ passed: number("pass"), failed, notRun: number("skipped") }, exitCode)
}

/**
 * A suite that ran nothing, or ended badly without naming a test, has failed.
 *
 * @param {Counts} counts
 * @param {number | null} exitCode
 * @returns {Counts}
 */
function settled({ passed, failed, notRun = 0 }, exitCode) {
  const silent = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed, ...(notRun > 0 && { notRun }) }
}

/** @param {Counts} counts */
export function inWords({ passed, failed, notRun = 0 }) {
  return `${passed} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run` : ""}`
}
