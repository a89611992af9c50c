import { unzipSync } from 'fflate'
import { IstokError } from '../errors.ts'
import { isTooDense } from './convert/check-archive.ts'
import type { ImportFile } from './file-content.ts'
import { importLimits, tooManyBytes, tooManyFiles } from './import-limits.ts'
import { readZipDirectory } from './zip-directory.ts'

/**
 * Unpacks a zip in memory. Sizes are summed up from the directory before anything is unpacked, and what unpacks to more than it says is refused. Throws too_large,
 * invalid (not a zip, or locked).
 */
export function readZip(bytes: Uint8Array): ImportFile[] {
  if (bytes.byteLength > importLimits.packed) {
    const megabytes = importLimits.packed / 1024 / 1024
    throw new IstokError('too_large', `A zip has at most ${megabytes} MB`, { reason: 'zip-large', arguments: { megabytes } })
  }
  const { isEncrypted, names } = readZipDirectory(bytes)
  if (isEncrypted) throw refusedZip('The zip is locked with a password', 'is locked with a password', 'zip-locked')
  let count = 0
  let size = 0
  const unpacked = unpack(bytes, file => {
    count += 1
    size += file.originalSize
    if (count > importLimits.files) throw tooManyFiles()
    if (file.originalSize > importLimits.file) {
      const megabytes = importLimits.file / 1024 / 1024
      throw new IstokError('too_large', `A file unpacks to at most ${megabytes} MB; "${file.name}" to more`, {
        reason: 'zip-file-large',
        arguments: { megabytes, name: file.name.slice(0, 200) },
      })
    }
    if (isTooDense(file.size, file.originalSize)) {
      throw new IstokError('too_large', `A file is packed at most ${importLimits.ratio} times; "${file.name}" more`, {
        reason: 'zip-dense',
        arguments: { maximum: importLimits.ratio, name: file.name.slice(0, 200) },
      })
    }
    if (size > importLimits.bytes) throw tooManyBytes()
    return !file.name.endsWith('/')
  })
  return Object.entries(unpacked)
    .map(([path, content]) => ({ path: names.get(path) ?? path, content }))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
}

function unpack(
  bytes: Uint8Array,
  filter: NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>['filter']>,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof IstokError) throw error
    throw refusedZip('The file is not a zip, or it is damaged', 'is not a zip, or is damaged', 'zip-damaged', error)
  }
}

function refusedZip(detail: string, message: string, reason: string, cause?: unknown): IstokError {
  return new IstokError('invalid', detail, { errors: [{ pointer: '/file', message, reason }], cause })
}
