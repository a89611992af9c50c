import { callApi } from '#app/_ui/call-api.ts'
import { textIn } from '#app/_ui/titles.ts'
import type { Document } from '#lib/document/types.ts'
import { openWatchers } from './watchers.ts'

export interface ListedSnippet {
  key: string
  title: Record<string, string>
  documents: Record<string, { document: Document }>
}
export interface SnippetCatalogue {
  /** undefined: not loaded yet; null: there is no such snippet. */
  find(key: string): ListedSnippet | null | undefined
  titleOf(key: string): string
  /** Its text in the locale, null when it has none. */
  documentOf(key: string): Document | null
  search(query: string, limit: number): Promise<ListedSnippet[]>
  watch(listener: () => void): () => void
  refresh(): void
}

const shared = new Map<string, SnippetCatalogue>()

/** The catalogue of a locale, one for all editors of a page. */
export function snippetsIn(locale: string): SnippetCatalogue {
  const catalogue = shared.get(locale) ?? openSnippetCatalogue(locale)
  shared.set(locale, catalogue)
  return catalogue
}

/** The snippets that editors show or offers; each is read when it is first needed. */
function openSnippetCatalogue(locale: string): SnippetCatalogue {
  const snippets = new Map<string, ListedSnippet | null>()
  const asked = new Set<string>()
  const { watch, tell } = openWatchers()
  async function ask(key: string) {
    if (asked.has(key)) return
    asked.add(key)
    const reply = await callApi<ListedSnippet>('GET', `/snippets/${encodeURIComponent(key)}`)
    if (reply.ok || reply.problem.status === 404) snippets.set(key, reply.ok ? reply.body : null)
    tell()
  }
  const find = (key: string) => {
    const snippet = snippets.get(key)
    if (snippet === undefined) void ask(key)
    return snippet
  }
  return {
    find,
    titleOf: key => textIn(find(key)?.title ?? {}, locale, key),
    documentOf: key => find(key)?.documents[locale]?.document ?? null,
    async search(query, limit) {
      const words = query.trim()
      const reply = await callApi<{ items: ListedSnippet[] }>(
        'GET',
        `/snippets?limit=${limit}${words === '' ? '' : `&q=${encodeURIComponent(words)}`}`,
      )
      if (!reply.ok) return []
      for (const snippet of reply.body.items) snippets.set(snippet.key, snippet)
      return reply.body.items
    },
    watch,
    refresh() {
      const keys = [...asked]
      asked.clear()
      for (const key of keys) void ask(key)
    },
  }
}
