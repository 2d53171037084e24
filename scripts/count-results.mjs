/**
 * Reads what the two test runners report as JSON into passed and failed. What broke outside a test (a file that does
 * not load, an error after the last test) counts as one failure each, or it would vanish from the sum.
 */

/**
 * @typedef {{ readonly passed: number, readonly failed: number }} Count
 * @typedef {{ readonly status: string, readonly assertionResults: readonly { readonly status: string }[] }} TestFile
 */

/** @param {string} json @returns {Count} */
export function countVitest(json) {
  const report = JSON.parse(json)
  const brokenFiles = /** @type {readonly TestFile[]} */ (report.testResults).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }
}

/** A test that passed only on a second attempt has failed. @param {string} json @returns {Count} */
export function countPlaywright(json) {
  const { stats, errors } = JSON.parse(json)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
