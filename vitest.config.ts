import { defineConfig } from 'vitest/config'

// Tests run on the TypeScript sources ("@merit/source" in each package's exports, a name that no host's bundler asks for), so a test never sees a stale build.
export default defineConfig({
  resolve: { conditions: ['@merit/source'] },
  ssr: { resolve: { conditions: ['@merit/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/announce-seed.ts', 'test/run-folder.ts'],
    setupFiles: ['test/seed-all.ts'],
    testTimeout: 60_000,
  },
})
