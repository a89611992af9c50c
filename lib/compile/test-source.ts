import type { FactType, FactValue } from '#lib/document/facts.ts'
import type { Block, Document, Inline } from '#lib/document/types.ts'
import type { Resolution, Source } from './types.ts'

/** A document of blocks; a string is a paragraph. */
export function doc(...blocks: (Block | string)[]): Document {
  return { type: 'doc', content: blocks.map(block => (typeof block === 'string' ? para(block) : block)) }
}

/** A paragraph; strings are text. `{key}` inside a string is a fact, `{key:genitive}` one in a case. */
export function para(...parts: (string | Inline)[]): Block {
  return { type: 'paragraph', content: inlines(...parts) }
}

/** Inline content, see `para`. */
export function inlines(...parts: (string | Inline)[]): Inline[] {
  return parts.flatMap(part => (typeof part === 'string' ? textAndFacts(part) : [part]))
}

function textAndFacts(text: string): Inline[] {
  return text
    .split(/(\{[a-z][\w.:-]*\})/)
    .filter(part => part !== '')
    .map((part): Inline => {
      const match = /^\{([\w.-]+)(?::(\w+))?\}$/.exec(part)
      if (!match) return { type: 'text', text: part }
      return { type: 'fact', attrs: { key: match[1] ?? '', ...(match[2] ? { case: match[2] as 'genitive' } : {}) } }
    })
}

/** Text that leads somewhere. */
export function link(text: string, href: string): Inline {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }
}

const factRows: [key: string, type: FactType, value: string | Record<string, string>, unit?: string][] = [
  ['fee.transfer', 'percent', '1.5'],
  ['fee.min', 'money', '50', 'RUB'],
  ['limit.day', 'money', '150000', 'RUB'],
  ['term.review', 'duration', '3', 'businessDay'],
  ['term.delivery', 'duration', '1-3', 'businessDay'],
  ['term.storage', 'duration', '14', 'day'],
  ['term.card', 'duration', '5', 'year'],
  ['wait', 'duration', '5', 'minute'],
  ['start', 'date', '2027-01-31'],
  ['hours', 'timeRange', '09:00-21:00'],
  ['hours.support', 'timeRange', '00:00-24:00'],
  ['phone', 'phone', '+78005553535'],
  ['phone.short', 'phone', '900'],
  ['traffic', 'number', '30', 'gigabyte'],
  ['site', 'url', 'https://bank.example'],
  ['bank', 'text', { ru: 'Исток Банк', en: 'Istok Bank' }],
]

/** Facts of all types for tests, by key. */
export const testFacts: Map<string, FactValue> = new Map(
  factRows.map(([key, type, value, unit]) => [key, { key, type, value, unit: unit ?? null }]),
)

/** A resolution with the test facts, two public articles, an internal one, a picture and a snippet. */
export function testResolution(change: Partial<Resolution> = {}): Resolution {
  const target = (slug: string, title: string, audience: 'public' | 'internal' = 'public', channels: string[] | null = null) =>
    [slug, { articleId: `id-${slug}`, slug, title, audience, channels }] as const
  return {
    facts: testFacts,
    snippets: new Map([['support-contacts', doc('Поддержка: {phone}, {hours.support}.')]]),
    unpublished: new Map(),
    articles: new Map([
      target('card-limits', 'Лимиты по карте'),
      target('contacts', 'Контакты'),
      target('secret-procedure', 'Порядок для сотрудников', 'internal'),
      target('site-only', 'Только на сайте', 'public', ['website']),
    ]),
    media: new Map([['m1', { id: 'm1', width: 640, height: 480, mediaType: 'image/png', extension: 'png' }]]),
    publicUrl: 'https://help.example',
    ...change,
  }
}

/** A Russian public article; everything may be changed. */
export function testSource(document: Document, change: Partial<Source> = {}): Source {
  return {
    articleId: 'id-article',
    slug: 'transfer-fee',
    locale: 'ru',
    title: 'Комиссия за перевод',
    shortAnswer: [],
    questions: [],
    document,
    variations: {},
    category: 'transfers',
    tags: ['fees'],
    audience: 'public',
    channels: null,
    ...change,
  }
}
