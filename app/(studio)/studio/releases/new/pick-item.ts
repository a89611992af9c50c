import { preferred, textIn } from '#app/_ui/titles.ts'
import type { Pending } from '#lib/authoring/list-pending.ts'
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

export interface PickLists {
  articles: PickItem[]
  facts: PickItem[]
  snippets: PickItem[]
}

/** The lists of what is pending, for somebody who reads `locale`; values of facts as of `at` (milliseconds). */
export function pickListsOf({ articles, facts, snippets }: Pending, locale: string, at: number): PickLists {
  return {
    articles: articles.map(({ id, slug, status, translations }) => {
      const shown = preferred(translations, locale)
      return {
        ...{ id, status, title: shown?.title ?? slug, lang: shown?.locale, detail: slug },
        locales: translations.map(one => one.locale),
        href: `/studio/articles/${id}?locale=${shown?.locale ?? locale}`,
        others: translations.filter(one => one !== shown).map(one => one.title),
      }
    }),
    facts: facts.map(({ key, title, type, unit, values, status }) => {
      const value = valueAt(values, at)
      const said = value === null ? '' : ` · ${formatFact({ key, type: type as FactType, unit, value }, locale)}`
      return {
        id: key,
        status,
        title: textIn(title, locale, key),
        detail: `${key}${said}`,
        locales: [],
        href: `/studio/facts?q=${key}`,
        others: [],
      }
    }),
    snippets: snippets.map(({ key, title, status }) => ({
      ...{ id: key, status, title: textIn(title, locale, key), detail: key },
      ...{ locales: [], href: `/studio/snippets?q=${key}`, others: [] },
    })),
  }
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
