import { callApi } from '#app/_ui/call-api.ts'
import { textIn } from '#app/_ui/titles.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { FactType } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'
import { openWatchers } from './watchers.ts'

/** A fact as /api/v1/facts lists it; `current` null: no value holds now. */
export interface ListedFact {
  key: string
  type: FactType
  unit: string | null
  title: Record<string, string>
  current: string | Record<string, string> | null
}
export interface FactPlace {
  case?: SpeechCase | null
  form?: 'short' | 'long' | null
}
export interface FactCatalogue {
  /** undefined: not loaded yet; null: there is no such fact. */
  find(key: string): ListedFact | null | undefined
  /** The fact as it is written at a place; null: no value or no such fact. */
  valueOf(key: string, place?: FactPlace): string | null
  titleOf(key: string): string
  /** Facts whose key or title holds every word; at most `limit`. */
  search(query: string, limit: number): Promise<ListedFact[]>
  watch(listener: () => void): () => void
  /** Loads what is there now; called when the page comes back into sight. */
  refresh(): void
}

interface FactPage {
  items: ListedFact[]
  nextCursor: string | null
}
/** Pages of 200 that are kept in the browser; a larger house is asked for single facts and searched on the server. */
const keptPages = 5

const shared = new Map<string, FactCatalogue>()

/** The catalogue of a locale, one for all editors of a page. */
export function factsIn(locale: string): FactCatalogue {
  const catalogue = shared.get(locale) ?? openFactCatalogue(locale)
  shared.set(locale, catalogue)
  return catalogue
}

/** The facts of the house, with values as they read in the locale of the text. */
function openFactCatalogue(locale: string): FactCatalogue {
  const facts = new Map<string, ListedFact | null>()
  const { watch, tell } = openWatchers()
  const asked = new Set<string>()
  let isComplete = false
  let loading: Promise<void> | null = null

  async function load() {
    let cursor: string | null = null
    for (let page = 0; page < keptPages; page++) {
      const reply: Awaited<ReturnType<typeof callApi<FactPage>>> = await callApi<FactPage>(
        'GET',
        `/facts?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      if (!reply.ok) break
      for (const fact of reply.body.items) facts.set(fact.key, fact)
      cursor = reply.body.nextCursor
      isComplete = cursor === null
      if (isComplete) break
    }
    tell()
  }
  function loaded(): Promise<void> {
    loading ??= load()
    return loading
  }
  async function ask(key: string) {
    if (asked.has(key)) return
    asked.add(key)
    await loaded()
    if (facts.has(key)) return
    const reply = await callApi<ListedFact>('GET', `/facts/${encodeURIComponent(key)}`)
    if (reply.ok || reply.problem.status === 404) facts.set(key, reply.ok ? reply.body : null)
    tell()
  }
  const find = (key: string) => {
    const fact = facts.get(key)
    if (fact === undefined) void ask(key)
    return fact
  }
  return {
    find,
    valueOf(key, place = {}) {
      const fact = find(key)
      if (!fact || fact.current === null) return null
      const { type, unit, current } = fact
      return formatFact({ key, type, unit, value: current }, locale, { case: place.case ?? undefined, form: place.form ?? undefined })
    },
    titleOf: key => textIn(find(key)?.title ?? {}, locale, key),
    async search(query, limit) {
      await loaded()
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      const known = [...facts.values()].filter(fact => fact !== null)
      if (isComplete || words.length === 0) return best(known, words, locale).slice(0, limit)
      const reply = await callApi<FactPage>('GET', `/facts?limit=${limit}&q=${encodeURIComponent(query.trim())}`)
      if (!reply.ok) return []
      for (const fact of reply.body.items) facts.set(fact.key, fact)
      return reply.body.items
    },
    watch,
    refresh() {
      asked.clear()
      loading = load()
    },
  }
}

/** Those that hold every word; a key or title that begins with the first word comes first. */
function best(facts: ListedFact[], words: string[], locale: string): ListedFact[] {
  const first = words[0] ?? ''
  return facts
    .map(fact => ({ fact, text: `${textIn(fact.title, locale, fact.key)} ${fact.key}`.toLowerCase() }))
    .filter(({ text }) => words.every(word => text.includes(word)))
    .map(({ fact, text }) => ({ fact, rank: text.startsWith(first) || fact.key.startsWith(first) ? 0 : 1 }))
    .sort((a, b) => a.rank - b.rank || a.fact.key.localeCompare(b.fact.key))
    .map(({ fact }) => fact)
}
