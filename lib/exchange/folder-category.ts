import { isLocale } from '#lib/document/locale.ts'

/** Folders that say what kind of files they hold, not what these are about. */
const plain = /^(articles?|drafts|docs?|documents?|pages?|_?posts?|content|src|attachments|assets)$/i
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * The category that a file's innermost folder names, for systems that sort articles into folders only. Folders that all files are in say nothing of one, nor do
 * those of languages. null: no folder is left.
 */
export function folderCategories(paths: readonly string[]): (path: string) => string | null {
  const foldersOf = (path: string) => path.split('/').slice(0, -1)
  const [first = [], ...others] = paths.map(foldersOf)
  let shared = first.length
  for (const folders of others) while (!first.slice(0, shared).every((folder, at) => folders[at] === folder)) shared -= 1
  return path => {
    const named = foldersOf(path)
      .slice(shared)
      .filter(folder => !plain.test(folder) && !(isLocale(folder) && languages.of(folder) !== undefined))
    const words = (named.at(-1) ?? '')
      .replace(/^\d+[\s._-]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim()
    return words === '' ? null : (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 100)
  }
}
