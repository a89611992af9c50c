import { setImmediate } from 'node:timers/promises'
import { listAnswers } from '#lib/delivery/list-answers.ts'
import { readCategoryTree } from '#lib/delivery/read-category-tree.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../../istok.ts'
import type { AnswerSummary, Category, WebsiteRendition } from './views.ts'

/** Answers in one request; delivery gives no more. */
const chunk = 200

interface Listed {
  items: AnswerSummary[]
  nextCursor: string | null
}

/** The categories in which the site has something to say. */
export async function readTopics(istok: Istok, locale: string): Promise<Category[]> {
  const { body } = await readCategoryTree(istok, { channel: 'website', locale })
  return (JSON.parse(body.toString()) as { items: Category[] }).items
}

/** The newest answers of a category and what is below it, or of the whole site. At most 200. */
export async function readNewest(istok: Istok, locale: string, category: string | null, limit: number): Promise<AnswerSummary[]> {
  return (await list(istok, 'website', locale, category, limit, null)).items
}

/** All answers of a channel that everybody may read, newest change first. `until`: how many are enough. Gives way to other requests in between. */
export async function readAnswers(
  istok: Istok,
  {
    channel = 'website',
    locale,
    category = null,
    until = Number.POSITIVE_INFINITY,
  }: { channel?: 'website' | 'agent'; locale: string; category?: string | null; until?: number },
): Promise<AnswerSummary[]> {
  const all: AnswerSummary[] = []
  let cursor: string | null = null
  do {
    const page: Listed = await list(istok, channel, locale, category, Math.min(chunk, until), cursor)
    all.push(...page.items)
    cursor = page.nextCursor
    if (cursor !== null) await setImmediate()
  } while (cursor !== null && all.length < until)
  return all
}

async function list(
  istok: Istok,
  channel: string,
  locale: string,
  category: string | null,
  limit: number,
  cursor: string | null,
): Promise<Listed> {
  const { body } = await listAnswers(istok, { channel, locale, category, tag: null, limit, cursor })
  return JSON.parse(body.toString()) as Listed
}

/** The current website rendition; else where it went. */
export async function readWebsite(
  istok: Istok,
  locale: string,
  slug: string,
): Promise<{ kind: 'found'; rendition: WebsiteRendition } | { kind: 'moved'; slug: string } | { kind: 'gone' } | { kind: 'missing' }> {
  const answer = await readRendition(istok, { channel: 'website', locale, slug, profile: null })
  return answer.kind === 'found' ? { kind: 'found', rendition: JSON.parse(answer.reply.body.toString()) as WebsiteRendition } : answer
}

/** The agent channel's Markdown of an answer that the site has, too; null when there is none. */
export async function findMarkdown(istok: Istok, locale: string, slug: string): Promise<string | null> {
  const answer = await readRendition(istok, { channel: 'agent', locale, slug, profile: null })
  if (answer.kind !== 'found') return null
  return (JSON.parse(answer.reply.body.toString()) as { content: { markdown: string } }).content.markdown
}

/** The organisation's locales in which the site has this answer. */
export async function localesOf(istok: Istok, slug: string): Promise<string[]> {
  const found: string[] = []
  for (const locale of istok.env.locales) {
    const answer = await readRendition(istok, { channel: 'website', locale, slug, profile: null })
    if (answer.kind === 'found') found.push(locale)
  }
  return found
}
