import { defineConfig } from 'vitest/config'

// Tests run on the TypeScript sources ("source" in each package's exports), so a test never sees a stale build.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/announce-seed.ts'],
    setupFiles: ['test/seed-all.ts'],
    testTimeout: 60_000,
  },
})
