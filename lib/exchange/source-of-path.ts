import { isLocale } from '#lib/document/locale.ts'

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** What identifies the article of a file that names no source: its path without the folders that only say what kind of file it is and in which language. */
export function sourceOfPath(path: string): string {
  const parts = path.split('/')
  const folders = parts.slice(0, -1)
  if (folders[0] === 'articles' || folders[0] === 'drafts') folders.shift()
  const locale = folders.findLastIndex(folder => isLocale(folder) && languages.of(folder) !== undefined)
  if (locale >= 0) folders.splice(locale, 1)
  return [...folders, parts.at(-1) ?? ''].join('/')
}
