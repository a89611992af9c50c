import { unzipSync } from 'fflate'
import { IstokError } from '../../errors.ts'
import { finding } from '../../findings.ts'
import { importLimits, tooManyFiles } from '../import-limits.ts'
import { ConvertError } from './convert-task.ts'

/** What an office file may hold (HARDENING.md B4, F11: mammoth needs 700 MB for 36 KB made on purpose). */
export const officeLimits = { entries: 500, bytes: 60 * 1024 * 1024, part: 5 * 1024 * 1024 } as const
const megabyte = 1024 * 1024

/** Reads the directory of an office file, which is a zip, and nothing else of it. Throws ConvertError when it holds more than is read, IstokError never. */
export function checkOfficeFile(bytes: Uint8Array, kind: 'docx' | 'xlsx'): void {
  refuseOldForm(bytes)
  let entries = 0
  let size = 0
  const names = new Set<string>()
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize, size: packed }) => {
        entries += 1
        size += originalSize
        names.add(name)
        if (entries > officeLimits.entries) throw new ConvertError(finding('archive-parts', { maximum: officeLimits.entries }))
        if (size > officeLimits.bytes) throw new ConvertError(finding('archive-size', { megabytes: officeLimits.bytes / megabyte }))
        if (isTooDense(packed, originalSize))
          throw new ConvertError(finding('archive-ratio', { name: name.slice(0, 100), maximum: importLimits.ratio }))
        if (kind === 'docx' && /^word\/[^/]+\.xml$/.test(name) && originalSize > officeLimits.part)
          throw new ConvertError(finding('archive-text', { name: name.slice(0, 100), megabytes: officeLimits.part / megabyte }))
        return false
      },
    })
  } catch (error) {
    if (error instanceof ConvertError) throw error
    throw new ConvertError(finding('archive-broken'))
  }
  if (!names.has(kind === 'docx' ? 'word/document.xml' : 'xl/workbook.xml'))
    throw new ConvertError(finding(kind === 'docx' ? 'not-word' : 'not-excel'))
}

/** Word and Excel until 2003, and what later ones lock with a password, have another form; a name says nothing of it. */
function refuseOldForm(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (start === 'd0cf11e0a1b11ae1') {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new ConvertError(finding(isLocked ? 'office-locked' : 'office-old'))
  }
  if (start.startsWith('7b5c727466')) throw new ConvertError(finding('office-old'))
}

/** Small files may be packed as well as they like. */
export function isTooDense(packed: number, unpacked: number): boolean {
  return unpacked > megabyte && unpacked > packed * importLimits.ratio
}

/** Names of the files in a zip; null: it is none. */
export function namesInZip(bytes: Uint8Array): string[] | null {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        if (names.length > importLimits.files) throw tooManyFiles()
        return false
      },
    })
    return names
  } catch (error) {
    if (error instanceof IstokError) throw error
    return null
  }
}
