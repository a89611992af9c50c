import type { Reply } from '#app/_ui/call-api.ts'
import type { OperatorContent } from '#lib/compile/types.ts'
import { noteReach } from './use-online.ts'

/** What of the search's reply the panel shows. */
export interface Found {
  query: string
  items: FoundItem[]
  total: number
  corrected?: { query: string; kind: 'layout' | 'typo' | 'translit'; applied: boolean }
}
export interface FoundItem {
  slug: string
  locale: string
  title: string
  titleRanges: [number, number][]
  snippet: { text: string; ranges: [number, number][] }
  matchedBy: ('surface' | 'stem' | 'synonym' | 'prefix' | 'typo' | 'layout' | 'translit')[]
}
/** An answer as the operator channel says it. */
export interface PanelAnswer {
  slug: string
  articleId: string
  locale: string
  title: string
  release: number
  hash: string
  publishedAt: string
  category: string | null
  content: OperatorContent
}

/** Asks /api/v1 as whoever uses the panel: with the session of the page, or with the session of a frame. Never throws. */
export type CallPanel = <T = unknown>(method: string, path: string, options?: { body?: unknown; signal?: AbortSignal }) => Promise<Reply<T>>

/** A caller with these headers. */
export function panelCaller(headers: () => Record<string, string>, credentials: RequestCredentials): CallPanel {
  return async (method, path, { body, signal } = {}) => {
    try {
      const response = await fetch(`/api/v1${path}`, {
        method,
        credentials,
        cache: 'no-store',
        headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers() },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      })
      const text = await response.text()
      const parsed: unknown = text === '' ? null : JSON.parse(text)
      noteReach(true)
      if (response.ok) return { ok: true, status: response.status, body: parsed as never }
      return { ok: false, problem: { ...(parsed as object), status: response.status } as never }
    } catch {
      if (!signal?.aborted) noteReach(false)
      return { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } }
    }
  }
}

/** With the session of the page. */
export const callPanel = panelCaller(() => ({}), 'same-origin')

export function searchPath({
  q,
  locale,
  category,
  repair,
}: {
  q: string
  locale: string
  category: string | null
  repair: boolean
}): string {
  const query = new URLSearchParams({ q, locale, limit: '20', repair: String(repair), ...(category && { category }) })
  return `/channels/operator/search?${query}`
}

export function answerPath(slug: string, locale: string): string {
  return `/channels/operator/answers/${slug}?locale=${locale}`
}

/**
 * Articles that an answer leads to open in the panel, too: some of them do not exist on the site. What is for staff is no landmark: an answer may have several
 * of the same name, and two answers stand side by side.
 */
export function withinPanel(html: string, locale: string): string {
  return withoutLandmarks(html).replaceAll(`href="/${locale}/articles/`, `href="/operator/${locale}/`)
}

/** The compiler's HTML in which what is for staff is a note. */
export function withoutLandmarks(html: string): string {
  return html.replaceAll('<section class="internal"', '<section role="note" class="internal"')
}
