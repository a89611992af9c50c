import { preferred, textIn } from '#app/_ui/titles.ts'
import type { PendingKind } from '#lib/authoring/find-pending.ts'
import type { PendingArticle, PendingFact, PendingSnippet } from '#lib/authoring/list-pending.ts'
import type { Status } from '#lib/authoring/status.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import { valueAt } from '#lib/document/fact-validity.ts'
import type { FactType } from '#lib/document/facts.ts'

/** Something that can be chosen for a release. */
export interface PickItem {
  id: string
  title: string
  /** Language of the title, when it is not the interface's. */
  lang?: string
  /** What tells it apart: the address, the key, the value. */
  detail: string
  locales: string[]
  status: Status
  href: string
  /** Its titles in other languages. */
  others: string[]
}

/** One kind of what can be chosen, as a page begins with it. */
export interface PickStart {
  /** What the address names beyond the first of the pending. */
  named: PickItem[]
  /** Ids of those of `named` that are live as they stand, and so not among the pending. */
  live: string[]
  /** The last changed of what is pending. */
  items: PickItem[]
  /** How many are pending. */
  count: number
  /** Where the pending goes on; null: these are all. */
  nextCursor: string | null
}

export type PickLists = Record<PendingKind, PickStart>

/** An article with pending drafts as it is offered to somebody who reads `locale`. */
export function articleItem({ id, slug, status, translations }: PickArticle, locale: string): PickItem {
  const shown = preferred(translations, locale)
  return {
    ...{ id, status, title: shown?.title ?? slug, lang: shown?.locale, detail: slug },
    locales: translations.map(one => one.locale),
    href: `/studio/articles/${id}?locale=${shown?.locale ?? locale}`,
    others: translations.filter(one => one !== shown).map(one => one.title),
  }
}

type PickArticle = Pick<PendingArticle, 'id' | 'slug' | 'status'> & { translations: { locale: string; title: string }[] }

/** A pending fact with its value as of `at` (milliseconds). */
export function factItem({ key, title, type, unit, values, status }: Omit<PendingFact, 'updatedAt'>, locale: string, at: number): PickItem {
  const value = valueAt(values, at)
  const said = value === null ? '' : ` · ${formatFact({ key, type: type as FactType, unit, value }, locale)}`
  return {
    ...{ id: key, status, title: textIn(title, locale, key), detail: `${key}${said}` },
    ...{ locales: [], href: `/studio/facts?q=${key}`, others: [] },
  }
}

/** A pending snippet. */
export function snippetItem({ key, title, status }: Omit<PendingSnippet, 'updatedAt'>, locale: string): PickItem {
  return {
    ...{ id: key, status, title: textIn(title, locale, key), detail: key },
    ...{ locales: [], href: `/studio/snippets?q=${key}`, others: [] },
  }
}

/** Something pending of this kind, as the API gives it. */
export function pickItemOf(kind: PendingKind, one: PendingArticle | PendingFact | PendingSnippet, locale: string, at: number): PickItem {
  if (kind === 'articles') return articleItem(one as PendingArticle, locale)
  return kind === 'facts' ? factItem(one as PendingFact, locale, at) : snippetItem(one as PendingSnippet, locale)
}

/** What is searched in each item, in lower case. Made where it is searched: thousands of items would be sent twice otherwise. */
export function wordsOf(items: readonly PickItem[]): string[] {
  return items.map(({ title, detail, others }) => [title, detail, ...others].join(' ').toLowerCase().replaceAll('ё', 'е'))
}

/** The items that have every word of the query somewhere; `texts` as wordsOf gives them. */
export function findItems(items: readonly PickItem[], texts: readonly string[], query: string): PickItem[] {
  const words = query.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean)
  return items.filter((_, index) => words.every(word => texts[index]?.includes(word)))
}
