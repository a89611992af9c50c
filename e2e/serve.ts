import { rmSync } from 'node:fs'

/** Starts Istok with the demo knowledge base on an empty data directory. */
rmSync(process.env.ISTOK_DATA_DIR ?? 'test-results/e2e-data', { recursive: true, force: true })
await import('../server.ts')
