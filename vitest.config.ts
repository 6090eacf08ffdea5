import { defineConfig } from 'vitest/config'

import { testFiles } from './test/support/runner/projects.ts'

const files = testFiles()

export default defineConfig({
  test: {
    // Whatever is waited for comes at once on a quiet machine; on a busy one it may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    // The contract's tests wait more than they work.
    maxConcurrency: 8,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [...files.pure], isolate: false, maxWorkers: 3, retry: 0 },
      },
      {
        extends: true,
        test: {
          name: 'world',
          // Much here keeps to a platform's seconds; a machine that is busy gets a second look.
          retry: 1,
          include: [...files.world],
          globalSetup: ['test/support/runner/server.ts'],
          isolate: false,
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          retry: 1,
          include: [...files.process],
          globalSetup: ['test/support/runner/server.ts', 'test/support/runner/joined.ts'],
          maxWorkers: 2,
          // What is killed and started over has the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
