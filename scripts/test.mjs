/**
 * The README's second command: installs what is needed, runs every check and test, and ends with one line
 * `N passed, N failed` and the right exit code. Each check step (format, lint, types, build) counts as one.
 *
 * Whatever could not run counts as failed, with a sentence: no browser is a failure, never a skip.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { countPlaywright, countVitest } from './count-results.mjs'
import {
  buildClient,
  CACHE,
  forwardSignals,
  installPackages,
  NODE_24,
  requireNode,
  ROOT,
  run,
  say,
  StepFailed,
  wasStopped,
} from './workspace.mjs'

/** @typedef {import('./count-results.mjs').Count} Count */

const RESULTS = join(CACHE, 'test-results')
const PASSED = { passed: 1, failed: 0 }
const FAILED = { passed: 0, failed: 1 }

/** Node 24 and the workspace's own tools first, whatever the machine has. */
const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}` }

/** @param {string} name @param {readonly string[]} args @returns {Promise<Count>} */
async function check(name, args) {
  say(`\n— ${name}`)
  const [tool = '', ...rest] = args
  return (await run(join(ROOT, 'node_modules/.bin', tool), rest, { env })) === 0 ? PASSED : FAILED
}

/** @returns {Promise<Count>} */
async function unitTests() {
  say('\n— Unit and contract tests')
  const file = join(RESULTS, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(join(ROOT, 'node_modules/.bin/vitest'), ['run', ...reporters], { env })
  return counted(() => countVitest(readFileSync(file, 'utf8')), code)
}

/** @returns {Promise<Count>} */
async function endToEnd() {
  say('\n— End-to-end tests')
  const chromium = await findChromium()
  if (chromium === null) {
    say('No Chromium was found or could be installed: set CHROMIUM_PATH to one. The end-to-end tests did not run.')
    return FAILED
  }
  const file = join(RESULTS, 'playwright.json')
  const cli = join(ROOT, 'e2e/node_modules/@playwright/test/cli.js')
  const code = await run(NODE_24, [cli, 'test', '--reporter=list,json'], {
    cwd: join(ROOT, 'e2e'),
    env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  return counted(() => countPlaywright(readFileSync(file, 'utf8')), code)
}

/**
 * A runner that failed as a whole counts as one failure, even when none of its tests did.
 * @param {() => Count} read @param {number} code @returns {Count}
 */
function counted(read, code) {
  try {
    const { passed, failed } = read()
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch (cause) {
    say(`The runner left no results to count: ${cause instanceof Error ? cause.message : String(cause)}`)
    return FAILED
  }
}

/** @param {() => Promise<void>} step @returns {Promise<Count>} */
async function attempt(step) {
  try {
    await step()
    return PASSED
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    say(error.message)
    return FAILED
  }
}

async function everything() {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  const install = await attempt(async () => {
    requireNode()
    await installPackages()
  })
  if (install.failed > 0) return [install]
  const steps = [
    () => attempt(buildClient),
    () => check('Format', ['oxfmt', '--check', '.']),
    () => check('Lint', ['oxlint', '--deny-warnings']),
    () => check('Types', ['tsc', '-b']),
    unitTests,
    endToEnd,
  ]
  const counts = [install]
  for (const step of steps) counts.push(wasStopped() ? FAILED : await step())
  return counts
}

forwardSignals()
const counts = await everything()
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.exitCode = failed === 0 ? 0 : 1
say(`\n${passed} passed, ${failed} failed`)
