import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'
import { markdownOf, readTranslation } from '#lib/authoring/read-translation.ts'
import type { Istok } from '../istok.ts'
import type { ImportFile } from './file-content.ts'
import type { ImportReport } from './import-report.ts'
import { type ImportInput, runImport } from './run-import.ts'

export type Contents = Record<string, string | Uint8Array>

export const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
export const viewer: Actor = { ...system, id: 'user:vera', scopes: scopesOf(['viewer']) }

/** A picture of one pixel. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export function filesOf(contents: Contents): ImportFile[] {
  return Object.entries(contents).map(([path, content]) => ({ path, content }))
}

/** Imports files as somebody who may everything and waits for the report. */
export function importNow(istok: Istok, contents: Contents, options: Omit<ImportInput, 'files'> = {}): Promise<ImportReport> {
  return runImport(istok, system, { files: filesOf(contents), ...options })
}

/** Which files were left out, and by which word. */
export function refusals({ warnings }: ImportReport): [string, string][] {
  return warnings.filter(({ level }) => level === 'error').map(({ file, reason }) => [file, reason])
}

/** The article of a slug; undefined: there is none. */
export async function findArticle(istok: Istok, slug: string): Promise<ArticleEntry | undefined> {
  return (await listArticles(istok, system, { q: slug, limit: 200 })).items.find(item => item.slug === slug)
}

/** The draft of an article as Markdown. */
export async function markdownNow(istok: Istok, slug: string, locale = 'ru'): Promise<string> {
  const articleId = (await findArticle(istok, slug))?.id ?? ''
  return markdownOf(await readTranslation(istok, system, { articleId, locale })).markdown
}
