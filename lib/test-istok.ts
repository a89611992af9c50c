import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readEnvironment } from './env.ts'
import { type Istok, openIstok } from './istok.ts'

/**
 * For tests: an Istok on a real SQLite file with the real migrations in a temporary directory, closed and removed when the test ends. `variables` overrides
 * the environment. Outside a test (beforeAll) use `openLastingTestIstok` and call its `remove`.
 */
export function openTestIstok(variables: Record<string, string> = {}): Istok {
  const { istok, remove } = openLastingTestIstok(variables)
  onTestFinished(remove)
  return istok
}

/** The same without an end of its own: `remove` closes the database and deletes the directory. */
export function openLastingTestIstok(variables: Record<string, string> = {}): { istok: Istok; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'istok-test-'))
  const istok = openIstok(readEnvironment({ ISTOK_DATA_DIR: dataDir, ISTOK_DEMO: '0', LOG_LEVEL: 'silent', ...variables }))
  const remove = () => {
    istok.database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { istok, remove }
}
