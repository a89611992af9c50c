import type { Actor } from '#lib/access/actor.ts'
import { findMedia } from '#lib/authoring/read-media.ts'
import { checkMedia, storeMedia } from '#lib/authoring/store-media.ts'
import { isIstokError } from '../errors.ts'
import { refused } from '../findings.ts'
import type { Istok } from '../istok.ts'
import { bytesOf, type ImportFile } from './file-content.ts'
import { count, type ImportReport, warn } from './import-report.ts'
import { faultsOf } from './isolate.ts'

/** Takes the pictures of an import into the store; a dry run only checks them. Returns the id of each by its path. */
export async function importMedia(
  istok: Istok,
  actor: Actor,
  files: ImportFile[],
  dryRun: boolean,
  report: ImportReport,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const counts = report.others.media
  for (const file of files) {
    try {
      const input = { bytes: bytesOf(file), fileName: file.path }
      const { id } = await checkMedia(input)
      const isKnown = [...ids.values()].includes(id) || findMedia(istok, id) !== undefined
      if (!dryRun) await storeMedia(istok, actor, input)
      count(counts, isKnown ? 'unchanged' : 'created')
      ids.set(file.path, id)
    } catch (error) {
      if (!isIstokError(error) || error.code === 'internal') throw error
      count(counts, 'failed')
      warn(report, { file: file.path, level: 'error', ...refused(faultsOf(error)) })
    }
  }
  return ids
}
