import { expect, test } from 'vitest'
import { countPlaywright, countVitest } from './count-results.mjs'

test('a test file that does not load counts as one failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const mixed = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [broken, mixed] }
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 1, failed: 2 })
})

test('a flaky end-to-end test and an error outside any test are failures', () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{ message: 'no config' }] }
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 7, failed: 3 })
})
