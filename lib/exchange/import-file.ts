import type { ConvertedFormat } from './convert/convert-task.ts'
import { formatOf, type ImportFormat } from './convert/sort-format.ts'
import { bytesOf, type ImportFile } from './file-content.ts'

/** The files of an import by what they are. */
export interface SortedFiles {
  facts: ImportFile[]
  categories: ImportFile[]
  tags: ImportFile[]
  synonyms: ImportFile[]
  snippets: ImportFile[]
  /** Facts and snippets that are written after what is live, and stay drafts. */
  draftFacts: ImportFile[]
  draftSnippets: ImportFile[]
  /** Articles to be published when the import publishes. */
  articles: ImportFile[]
  /** Articles that stay drafts whatever the import does: those of an export that were not live. */
  drafts: ImportFile[]
  media: ImportFile[]
  /** Files of other formats, which become articles. */
  converted: (ImportFile & { format: ConvertedFormat })[]
  /** Not ours; said so in the report. */
  others: ImportFile[]
}

const lists = { 'facts.yaml': 'facts', 'categories.yaml': 'categories', 'tags.yaml': 'tags', 'synonyms.yaml': 'synonyms' } as const

/**
 * Sorts files by their place in the layout that exports have; any other Markdown is an article, any other picture a picture, and what is a page, a document, a table
 * or a help centre's JSON is converted. `said`: what the caller says of files that do not tell what they are.
 */
export function sortFiles(files: readonly ImportFile[], said?: ImportFormat): SortedFiles {
  const sorted: SortedFiles = {
    facts: [],
    categories: [],
    tags: [],
    synonyms: [],
    snippets: [],
    draftFacts: [],
    draftSnippets: [],
    articles: [],
    drafts: [],
    media: [],
    converted: [],
    others: [],
  }
  for (const file of withoutCommonFolder(files)) {
    const kind = kindOf(file.path)
    const format = kind === 'others' && file.path !== 'manifest.json' ? formatOf(file, said) : null
    if (format) sorted.converted.push({ ...file, format })
    else if (kind === 'others' && said === 'markdown' && files.length === 1 && !isBinary(file)) sorted.articles.push(file)
    else sorted[kind].push(file)
  }
  return sorted
}

/** A single file that is said to be Markdown is, whatever its name; what holds a zero byte is no text. */
function isBinary(file: ImportFile): boolean {
  return bytesOf(file).subarray(0, 8000).includes(0)
}

function kindOf(path: string): Exclude<keyof SortedFiles, 'converted'> {
  const name = path.replace(/\.yml$/i, '.yaml')
  if (Object.hasOwn(lists, name)) return lists[name as keyof typeof lists]
  if (name === 'drafts/facts.yaml') return 'draftFacts'
  if (/^drafts\/snippets\/.*\.(md|markdown)$/i.test(path)) return 'draftSnippets'
  if (/^snippets\/.*\.(md|markdown)$/i.test(path)) return 'snippets'
  if (/^drafts\/.*\.(md|markdown)$/i.test(path)) return 'drafts'
  if (/\.(md|markdown|mdx)$/i.test(path)) return 'articles'
  if (/\.(png|jpe?g|webp|gif|svg)$/i.test(path)) return 'media'
  return 'others'
}

const layout = /^((facts|categories|tags|synonyms)\.ya?ml$|manifest\.json$|(articles|drafts|snippets)\/)/

/** A zip of one exported folder holds that folder's name before every path; it says nothing. Without our layout inside, paths stay: they identify articles. */
function withoutCommonFolder(files: readonly ImportFile[]): ImportFile[] {
  const clean = files.map(file => ({ ...file, path: cleanPath(file.path) })).filter(({ path }) => path !== '' && !isHidden(path))
  const folder = /^([^/]+\/)/.exec(clean[0]?.path ?? '')?.[1]
  if (folder === undefined || layout.test(folder) || !clean.every(({ path }) => path.startsWith(folder))) return clean
  const inside = clean.map(file => ({ ...file, path: file.path.slice(folder.length) }))
  return inside.some(({ path }) => layout.test(path)) ? inside : clean
}

/** `..` is taken out: a path only names, it is never opened. */
function cleanPath(path: string): string {
  const parts: string[] = []
  for (const part of path.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function isHidden(path: string): boolean {
  return path.split('/').some(part => part.startsWith('.') || part === '__MACOSX')
}
