import { defineConfig } from 'vitest/config'

import { Mixed } from './test/support/runner/mixed.ts'
import { testFiles } from './test/support/runner/projects.ts'

const files = testFiles()

export default defineConfig({
  test: {
    // Whatever is waited for comes at once on a quiet machine; on a busy one it may take its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000, interval: 20 } },
    // The contract's tests wait more than they work.
    maxConcurrency: 8,
    // A second look would hide a test that only passes on what its first one left behind.
    retry: 0,
    sequence: { sequencer: Mixed },
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [...files.pure], isolate: false, maxWorkers: 4 },
      },
      {
        extends: true,
        test: {
          name: 'world',
          include: [...files.world],
          globalSetup: ['test/support/runner/server.ts'],
          isolate: false,
          maxWorkers: 4,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: [...files.process],
          globalSetup: ['test/support/runner/server.ts', 'test/support/runner/joined.ts'],
          isolate: false,
          maxWorkers: 4,
          // What is killed and started over has the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
