import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import type { ImportReport } from './import-report.ts'
import { readFolder } from './read-folder.ts'
import { type ImportInput, runImport } from './run-import.ts'

/**
 * Imports a folder of this machine, or one file, and waits for it: the demo base on the first start, `istok import`. Throws not_found, too_large, forbidden, and what
 * runImport throws.
 */
export async function importFolder(
  istok: Istok,
  actor: Actor,
  path: string,
  options: Omit<ImportInput, 'files'> = {},
): Promise<ImportReport> {
  return runImport(istok, actor, { ...options, files: await readFolder(path) })
}
