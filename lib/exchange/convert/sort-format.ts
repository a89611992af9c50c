import { bytesOf, type ImportFile, textOf } from '../file-content.ts'
import { namesInZip } from './check-archive.ts'
import type { ConvertedFormat } from './convert-task.ts'
import { looksLikeZendesk } from './zendesk-schema.ts'

export const importFormats = ['markdown', 'html', 'docx', 'csv', 'xlsx', 'zendesk'] as const
export type ImportFormat = (typeof importFormats)[number]

const byName: readonly (readonly [RegExp, ConvertedFormat])[] = [
  [/\.(x?html?)$/i, 'html'],
  // Old ones are told to be so.
  [/\.(docx?|rtf)$/i, 'docx'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.xlsx?$/i, 'xlsx'],
]

/** What a file is, by its bytes where they tell, else by its name, else by what the caller says of the import. null: none of the formats that are converted. */
export function formatOf(file: ImportFile, said?: ImportFormat): ConvertedFormat | null {
  const bytes = bytesOf(file)
  const named = byName.find(([pattern]) => pattern.test(file.path))?.[1]
  if (isZip(bytes)) return officeFormat(bytes) ?? (named === 'docx' || named === 'xlsx' ? named : null)
  if (named) return named
  if (/\.json$/i.test(file.path)) return said === 'zendesk' || isZendesk(file) ? 'zendesk' : null
  if (/\.(md|markdown|mdx|ya?ml|png|jpe?g|gif|webp|svg)$/i.test(file.path)) return null
  return said === undefined || said === 'markdown' ? null : said
}

/** Whether bytes begin as a zip does, which office files are too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Which office file a zip is; null: an ordinary one. */
export function officeFormat(bytes: Uint8Array): 'docx' | 'xlsx' | null {
  const names = namesInZip(bytes) ?? []
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** Broken JSON counts: the report then says where it is broken. */
function isZendesk(file: ImportFile): boolean {
  try {
    return looksLikeZendesk(JSON.parse(textOf(file).replace(/^\uFEFF/, '')))
  } catch {
    return true
  }
}
