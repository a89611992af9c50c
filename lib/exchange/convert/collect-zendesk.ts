import type { z } from 'zod'
import { finding } from '../../findings.ts'
import type { ImportWarning } from '../import-report.ts'
import { faultsOfIssues, refusedEntry } from '../refused-entry.ts'
import type { ConvertUnit } from './convert-task.ts'
import { decodeText } from './decode-text.ts'
import {
  type ZendeskArticle,
  type ZendeskSection,
  type ZendeskTranslation,
  zendeskArticle,
  zendeskSection,
  zendeskTranslation,
} from './zendesk-schema.ts'

/** Everything that the files of a help centre say, whatever way it is spread over them. */
export interface ZendeskDump {
  articles: { path: string; article: ZendeskArticle }[]
  translations: { path: string; sourceId: string; translation: ZendeskTranslation }[]
  /** Categories first. */
  sections: { section: ZendeskSection }[]
}

/** Reads the JSON files of a help centre; what is malformed is told and left out. */
export function collectZendesk(files: ConvertUnit['files'], warnings: ImportWarning[]): ZendeskDump {
  const dump: ZendeskDump = { articles: [], translations: [], sections: [] }
  const categories: ZendeskDump['sections'] = []
  const known = new Set<string>()
  for (const { path, content } of files) {
    const value = parseFile(path, content, warnings)
    if (value === null) continue
    const lists = listsOf(path, value)
    const take = <T>(name: string, schema: z.ZodType<T>, add: (entry: T, at: number) => void) => {
      for (const [at, item] of (lists[name] ?? []).entries()) {
        const parsed = schema.safeParse(item)
        if (parsed.success) add(parsed.data, at)
        else
          warnings.push({
            file: path,
            level: 'error',
            ...refusedEntry(`${name}[${at}]`, faultsOfIssues(parsed.error.issues.slice(0, 1))),
          })
      }
    }
    const addTranslation = (sourceId: string, translation: ZendeskTranslation) => dump.translations.push({ path, sourceId, translation })
    take('articles', zendeskArticle, article => {
      const key = `${article.id} ${article.locale}`
      if (known.has(key)) return
      known.add(key)
      const first = dump.articles.find(one => one.article.id === article.id)
      if (first) addTranslation(article.id, { ...article, title: article.title || article.name, source_id: article.id })
      else dump.articles.push({ path, article })
      for (const item of article.translations ?? []) {
        const parsed = zendeskTranslation.safeParse(item)
        if (parsed.success) addTranslation(article.id, parsed.data)
        else warnings.push({ file: `${path}#${article.id}`, level: 'error', ...finding('translation-malformed') })
      }
    })
    take('translations', zendeskTranslation, translation => {
      if (translation.source_id != null && (translation.source_type ?? 'Article') === 'Article')
        addTranslation(translation.source_id, translation)
    })
    take('categories', zendeskSection, section => categories.push({ section }))
    take('sections', zendeskSection, section => dump.sections.push({ section }))
  }
  dump.sections.unshift(...categories)
  return dump
}

function parseFile(path: string, content: Uint8Array, warnings: ImportWarning[]): object | null {
  try {
    const value: unknown = JSON.parse(decodeText(content).replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null) return value
    warnings.push({ file: path, level: 'error', ...finding('no-articles') })
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    const line = /\bline (\d+)/.exec(detail)?.[1]
    warnings.push({ file: path, ...(line !== undefined && { line: Number(line) }), level: 'error', ...finding('json-invalid', { detail }) })
  }
  return null
}

/** A file may be a page of the API, or the bare list that its name says. */
function listsOf(path: string, value: object): Record<string, unknown[]> {
  if (Array.isArray(value)) {
    const name = /(sections|categories|translations)[^/]*$/i.exec(path)?.[1]?.toLowerCase() ?? 'articles'
    return { [name]: value }
  }
  const lists: Record<string, unknown[]> = {}
  for (const [name, list] of Object.entries(value)) if (Array.isArray(list)) lists[name] = list
  if ('article' in value) lists.articles = [...(lists.articles ?? []), value.article]
  return lists
}
