import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { TaughtArticle } from '#lib/answering/taught-article.ts'

/** A question with the key of the article that answers it; null: none does. */
export interface LabelledQuestion {
  text: string
  key: string | null
}

const data = join(import.meta.dirname, '../../shared/data')
const content = join(import.meta.dirname, '../content/articles')

/** The English intents for development; null where the data is not at hand. */
export function readIntents(): { articles: TaughtArticle[]; questions: LabelledQuestion[] } | null {
  if (!existsSync(join(data, 'search-dev'))) return null
  const articles = readLines<{ id: string; title: string; questions: string[] }>('search-dev/intents-en.articles.jsonl')
  return {
    articles: articles.map(({ id, title, questions }) => ({ key: id, title, questions })),
    questions: readLines<Query>('search-dev/intents-en.queries.jsonl').map(({ text, relevant }) => ({ text, key: relevant[0] ?? null })),
  }
}

/** Russian support answers, which have titles only, with questions of some kinds. */
export function readSupport(kinds: readonly string[]): { articles: TaughtArticle[]; questions: LabelledQuestion[] } | null {
  const folder = join(data, 'support-answers-ru/articles')
  if (!existsSync(folder)) return null
  const articles = readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => ({ key: name.slice(0, -3), title: String(frontMatter(join(folder, name)).title ?? name), questions: [] }))
  const queries = readLines<Query>('search-dev/support-ru.queries.jsonl').filter(({ kind }) => kinds.includes(kind))
  return { articles, questions: queries.map(({ text, relevant }) => ({ text, key: relevant[0] ?? null })) }
}

/** Articles to put others among: every paragraph of the Russian support answers, with ten pieces of it as phrasings. */
export function readParagraphs(): TaughtArticle[] {
  const folder = join(data, 'support-answers-ru/articles')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.md')) : []
  return names.flatMap(name => {
    const [, , body = ''] = readFileSync(join(folder, name), 'utf8').split(/^---$/m)
    return body.split(/\n+/).flatMap((paragraph, at) => {
      const words = plain(paragraph).split(/\s+/).filter(Boolean)
      if (words.length < 8) return []
      const starts = Array.from({ length: 10 }, (_, piece) => Math.floor((piece * (words.length - 7)) / 10))
      const questions = [...new Set(starts.map((from, piece) => words.slice(from, from + 5 + (piece % 4)).join(' ')))]
      return { key: `${name} ${at}`, title: words.slice(0, 6).join(' '), questions, passages: [words.join(' ')] }
    })
  })
}

/** The articles of the demo with what they say. */
export function readDemo(locale: string): TaughtArticle[] {
  const folder = join(content, locale)
  return readdirSync(folder).map(name => {
    const { title, slug, questions, shortAnswer } = frontMatter(join(folder, name))
    const [, , body = ''] = readFileSync(join(folder, name), 'utf8').split(/^---$/m)
    const passages = [String(shortAnswer ?? ''), ...body.split(/\n{2,}/)].map(plain).filter(passage => passage.length > 10)
    return { key: String(slug), title: String(title), questions: (questions as string[] | undefined) ?? [], passages }
  })
}

/** Markdown without its marks, near enough. */
function plain(markdown: string): string {
  return markdown
    .replace(/:fact\[[^\]]*\](\{[^}]*\})?|^:::.*$|\([^)]*\)/gm, ' ')
    .replace(/[[\]#*:]/g, ' ')
    .trim()
}

interface Query {
  text: string
  relevant: string[]
  kind: string
}

function readLines<Line>(name: string): Line[] {
  return readFileSync(join(data, name), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

function frontMatter(path: string): Record<string, unknown> {
  const [, matter = ''] = readFileSync(path, 'utf8').split(/^---$/m)
  return parse(matter) as Record<string, unknown>
}
