/**
 * End-to-end tests: real browsers against real servers, each worker with its own server and data.
 * The browser is CHROMIUM_PATH, else the system's, else Playwright's own.
 */
import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = process.env['CHROMIUM_PATH'] ?? KNOWN.find((path) => existsSync(path))

/** No sandbox, because root has none; the rest keeps the browser itself from calling anybody. */
const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests',
  outputDir: '../.cache/e2e',
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second attempt is a bug that waits.
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // Every person would fetch the whole client in the background; what it is for has tests of its own.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { args: ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
})
