import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,db,app,cli,bench}/**/*.test.ts'],
    setupFiles: ['vitest.setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
