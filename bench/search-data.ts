import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PlainTextOptions, plainInlineText, plainText } from '#lib/document/plain-text.ts'
import type { Document } from '#lib/document/types.ts'
import { parseArticleFile } from '#lib/markdown/article-file.ts'
import type { AnswerText } from '#lib/search/engine/answer-text.ts'

const data = join(import.meta.dirname, '../../shared/data')

export interface LabelledQuery {
  id: string
  text: string
  /** Slugs. */
  relevant: string[]
  kind: string
}

/** False where the development data are not on this machine. */
export function hasSearchData(): boolean {
  return existsSync(join(data, 'search-dev'))
}

/** The labelled queries of a set of ../shared/data/search-dev. */
export function readQueries(set: string): LabelledQuery[] {
  return lines<LabelledQuery>(`search-dev/${set}.queries.jsonl`)
}

/**
 * The support answers as the importer reads them. `title`: "file" takes the front matter's title, as an import does; "heading" the heading of the text, and
 * the front matter's is not indexed, so that queries which are that title are real paraphrases.
 */
export function readSupportAnswers(title: 'file' | 'heading'): AnswerText[] {
  const folder = join(data, 'support-answers-ru/articles')
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => {
      const file = parseArticleFile(name, readFileSync(join(folder, name), 'utf8'), { defaultLocale: 'ru' })
      const options: PlainTextOptions = {}
      const headings = headingsOf(file.document)
      const [first, ...others] = headings
      const swap = title === 'heading' && first !== undefined
      return {
        slug: name.slice(0, -3),
        articleId: name,
        title: swap ? first : file.title,
        questions: file.questions,
        shortAnswer: plainInlineText(file.shortAnswer, options),
        headings: swap ? others : headings,
        body: plainText(file.document, options),
        category: file.category,
        tags: file.tags,
      }
    })
}

/** The demo's Russian answers with their questions; decision scripts are no answers. */
export function readDemoAnswers(): AnswerText[] {
  const folder = join(import.meta.dirname, '../content/articles')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md') && !name.includes('script-'))
    .map(name => parseArticleFile(name, readFileSync(join(folder, name), 'utf8')))
    .filter(file => file.locale === 'ru')
    .map(({ slug, title, questions, shortAnswer, document, category, tags }) => ({
      ...{ slug, articleId: slug, title, questions, shortAnswer: plainInlineText(shortAnswer), headings: headingsOf(document) },
      ...{ body: plainText(document), category, tags },
    }))
}

/** The articles of a set of intents: a title and questions, no text. */
export function readIntents(): AnswerText[] {
  return lines<{ id: string; title: string; questions: string[] }>('search-dev/intents-en.articles.jsonl').map(
    ({ id, title, questions }) => ({
      ...{ slug: id, articleId: id, title, questions, shortAnswer: '', headings: [], body: '', category: null, tags: [] },
    }),
  )
}

function headingsOf(document: Document): string[] {
  return document.content.flatMap(block => (block.type === 'heading' ? [plainInlineText(block.content ?? [], {})] : []))
}

function lines<T>(path: string): T[] {
  return readFileSync(join(data, path), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as T)
}
