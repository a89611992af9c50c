import type { Problem } from '#app/_ui/call-api.ts'
import type { Metadata } from './metadata-kind.ts'
import { metadataNames } from './metadata-kind.ts'
import type { Read, Sent } from './run-session.ts'
import { type Ask, refusalOf } from './translation-port.ts'

/** Sends and reads what is said about an article. */
export function metadataPort(ask: Ask, articleId: string) {
  const path = `/articles/${encodeURIComponent(articleId)}`
  return {
    async send(body: Metadata, version: number | null): Promise<Sent> {
      const response = await ask('PATCH', path, { body, version })
      if (!response.ok) return refusalOf(response.status, (await response.json()) as Problem)
      return { kind: 'saved', version: ((await response.json()) as { version: number }).version }
    },
    async read(): Promise<Read<Metadata>> {
      const response = await ask('GET', path, {})
      if (response.status === 401) return { kind: 'signed-out' }
      if (!response.ok) return { kind: 'lost' }
      const article = (await response.json()) as Metadata & { version: number }
      return { kind: 'read', stored: { version: article.version, content: metadataOf(article) } }
    },
  }
}

/** What of an article is metadata that an editor changes here. */
export function metadataOf(article: Metadata): Metadata {
  return Object.fromEntries(metadataNames.map(name => [name, article[name]])) as unknown as Metadata
}
