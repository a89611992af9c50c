import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { IstokError } from '../errors.ts'
import type { ImportFile } from './file-content.ts'
import { filesOfUpload } from './files-of-upload.ts'
import { importLimits, tooManyBytes, tooManyFiles } from './import-limits.ts'

const wanted = /\.(md|markdown|mdx|ya?ml|png|jpe?g|webp|gif|svg|x?html?|docx|csv|tsv|xlsx)$/i

/** Reads a folder for an import, or the one file that `path` names, a zip unpacked: Markdown, YAML, pictures, pages, documents, tables; symbolic links are not followed. Throws not_found, too_large, invalid. */
export async function readFolder(path: string): Promise<ImportFile[]> {
  const info = await stat(path).catch(() => null)
  if (!info) throw new IstokError('not_found', `There is nothing at ${path}`)
  if (info.isFile()) {
    if (info.size > importLimits.bytes) throw tooManyBytes()
    return filesOfUpload([{ name: path.split(sep).at(-1) ?? path, bytes: await readFile(path) }])
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile() && wanted.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  if (paths.length > importLimits.files) throw tooManyFiles()
  const files: ImportFile[] = []
  let bytes = 0
  for (const file of paths) {
    const content = await readFile(file)
    bytes += content.byteLength
    if (bytes > importLimits.bytes) throw tooManyBytes()
    files.push({ path: relative(path, file).split(sep).join('/'), content })
  }
  return files
}
