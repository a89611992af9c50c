/** A file of an import, in memory. `path` is relative, with forward slashes. */
export interface ImportFile {
  path: string
  content: Uint8Array | string
}

/** The text of a file, whatever it came as. */
export function textOf({ content }: ImportFile): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

export function bytesOf({ content }: ImportFile): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** The files of an import by what they are. */
export interface SortedFiles {
  facts: ImportFile[]
  categories: ImportFile[]
  tags: ImportFile[]
  synonyms: ImportFile[]
  snippets: ImportFile[]
  /** Articles to be published when the import publishes. */
  articles: ImportFile[]
  /** Articles that stay drafts whatever the import does: those of an export that were not live. */
  drafts: ImportFile[]
  media: ImportFile[]
  /** Not ours; said so in the report. */
  others: ImportFile[]
}

const lists = { 'facts.yaml': 'facts', 'categories.yaml': 'categories', 'tags.yaml': 'tags', 'synonyms.yaml': 'synonyms' } as const

/** Sorts files by their place in the layout that exports have; any other Markdown is an article, any other picture a picture. */
export function sortFiles(files: readonly ImportFile[]): SortedFiles {
  const sorted: SortedFiles = {
    facts: [],
    categories: [],
    tags: [],
    synonyms: [],
    snippets: [],
    articles: [],
    drafts: [],
    media: [],
    others: [],
  }
  for (const file of withoutCommonFolder(files)) sorted[kindOf(file.path)]?.push(file)
  return sorted
}

function kindOf(path: string): keyof SortedFiles {
  const name = path.replace(/\.yml$/i, '.yaml')
  if (Object.hasOwn(lists, name)) return lists[name as keyof typeof lists]
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
