import { type ImportFormat, isZip, officeFormat } from './convert/sort-format.ts'
import type { ImportFile } from './file-content.ts'
import { readZip } from './read-zip.ts'

/**
 * The files of an upload: zips are unpacked, each below its own name when there are several files; Word and Excel files, which are zips too, are left as they are.
 * A single file that shows nothing of what it is and is named `.zip` or not at all is refused as a damaged zip. Throws too_large, invalid.
 */
export function filesOfUpload(uploaded: readonly { name: string; bytes: Uint8Array }[], format?: ImportFormat): ImportFile[] {
  return uploaded.flatMap(({ name, bytes }) => {
    const isArchive = isZip(bytes) ? officeFormat(bytes) === null : format === undefined && /(^[^.]*|\.zip)$/i.test(name)
    if (!isArchive) return [{ path: name, content: bytes }]
    const files = readZip(bytes)
    return uploaded.length === 1 ? files : files.map(({ path, content }) => ({ path: `${name.replace(/\.zip$/i, '')}/${path}`, content }))
  })
}
