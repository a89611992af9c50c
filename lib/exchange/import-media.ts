import type { Actor } from '#lib/access/actor.ts'
import { findMedia } from '#lib/authoring/read-media.ts'
import { checkMedia, storeMedia } from '#lib/authoring/store-media.ts'
import { isIstokError } from '../errors.ts'
import { finding, refused } from '../findings.ts'
import type { Istok } from '../istok.ts'
import { bytesOf, type ImportFile } from './file-content.ts'
import { count, type ImportReport, warn } from './import-report.ts'
import { faultsOf } from './isolate.ts'

/** A picture of an import that can be taken. */
export interface ImportPicture {
  file: ImportFile
  id: string
}

/** Looks at the pictures of an import; what is none is reported. Nothing is stored yet. */
export async function readPictures(files: readonly ImportFile[], report: ImportReport): Promise<ImportPicture[]> {
  const pictures: ImportPicture[] = []
  for (const file of files) {
    try {
      const { id } = await checkMedia({ bytes: bytesOf(file), fileName: file.path })
      pictures.push({ file, id })
    } catch (error) {
      if (!isIstokError(error) || error.code === 'internal') throw error
      count(report.others.media, 'failed')
      warn(report, { file: file.path, level: 'error', ...refused(faultsOf(error)) })
    }
  }
  return pictures
}

/**
 * Takes pictures into the store, a dry run only counts them. Those that nothing of the import shows are left out and counted in one warning: what other systems
 * export is full of icons. `used`: ids that are shown; null takes all.
 */
export async function importMedia(
  istok: Istok,
  actor: Actor,
  pictures: readonly ImportPicture[],
  used: ReadonlySet<string> | null,
  dryRun: boolean,
  report: ImportReport,
): Promise<void> {
  const known = new Set<string>()
  let unused = 0
  for (const { file, id } of pictures) {
    // Our own exports hold pictures for their own sake.
    if (used !== null && !used.has(id) && !/^media\//.test(file.path)) {
      unused += 1
      continue
    }
    const isKnown = known.has(id) || findMedia(istok, id) !== undefined
    known.add(id)
    if (!dryRun) await storeMedia(istok, actor, { bytes: bytesOf(file), fileName: file.path })
    count(report.others.media, isKnown ? 'unchanged' : 'created')
  }
  if (unused > 0) warn(report, { file: '', level: 'warning', ...finding('pictures-unused', { count: unused }) })
}
