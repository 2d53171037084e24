import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Tests that need a page say so in their first line (`@vitest-environment jsdom`): a page costs a second a file.
// `include` stands in the projects alone: inline projects inherit the root's and would run files twice.
const setupFiles = [join(import.meta.dirname, 'scripts/property-seed.ts')]

export default defineConfig({
  test: {
    // All cores, where the default leaves one: on two of them 391 s become 279.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          setupFiles,
          name: 'shared',
          root: 'shared',
          include: ['{src,test}/**/*.test.ts'],
          testTimeout: 60_000,
          // Pure rules keep nothing between files, and reading them anew for each took two thirds of the time (60 s, 18 without).
          isolate: false,
        },
      },
      {
        test: {
          setupFiles,
          name: 'server',
          root: 'server',
          include: ['{src,test}/**/*.test.ts'],
          testTimeout: 20_000,
          // A second is not enough for a server on a machine that does something else.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      { test: { setupFiles, name: 'client', root: 'client', include: ['src/**/*.test.{ts,tsx}'] } },
      { test: { setupFiles, name: 'scripts', root: 'scripts', include: ['*.test.ts'] } },
    ],
  },
})
