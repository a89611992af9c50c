import type { Problem } from '#app/_ui/call-api.ts'
import type { Content } from '#lib/document/content.ts'
import type { Inline } from '#lib/document/types.ts'
import { bodyJson } from './content-json.ts'
import type { Read, Sent } from './run-session.ts'
import type { Stored } from './session-state.ts'

/** Asks the API: a path below /api/v1. `body`: a value, or JSON as it is sent. Rejects when there is no answer. */
export type Ask = (method: string, path: string, call: { body?: unknown; version?: number | null; prefer?: string }) => Promise<Response>

/** What a saved draft says beside its text. */
export interface SavedNote {
  version: number
  status: string
  outdatedVariations: string[]
}

interface Draft extends SavedNote {
  title: string
  shortAnswerContent: Inline[]
  questions: string[]
  document: Content['document']
  variations: Record<string, { document: Content['document'] }>
}

/** Sends and reads the draft of a translation. `note` hears what the server says of each draft that it stored. */
export function translationPort(ask: Ask, { articleId, locale }: { articleId: string; locale: string }, note: (saved: SavedNote) => void) {
  const path = `/articles/${encodeURIComponent(articleId)}/translations/${encodeURIComponent(locale)}`
  return {
    async send(content: Content, version: number | null): Promise<Sent> {
      // The answer does not repeat the text: to read it would stand in the way of the next key.
      const response = await ask('PUT', path, { body: bodyJson(content), version, prefer: 'return=minimal' })
      if (response.ok) {
        const saved = (await response.json()) as SavedNote
        note(saved)
        return { kind: 'saved', version: saved.version }
      }
      return refusalOf(response.status, (await response.json()) as Problem)
    },
    async read(): Promise<Read<Content>> {
      const response = await ask('GET', path, {})
      if (response.status === 401) return { kind: 'signed-out' }
      if (!response.ok) return { kind: 'lost' }
      const draft = (await response.json()) as Draft
      note(draft)
      return { kind: 'read', stored: storedOf(draft) }
    },
  }
}

function storedOf({ version, title, shortAnswerContent, questions, document, variations }: Draft): Stored<Content> {
  const own = Object.entries(variations).map(([kind, variation]): [string, Content['document']] => [kind, variation.document])
  return { version, content: { title, shortAnswer: shortAnswerContent, questions, document, variations: Object.fromEntries(own) } }
}

/** What a refusal means for a session: 412 and 428 tell of another version; 429 and 5xx say nothing about the text. */
export function refusalOf(status: number, problem: Problem): Sent {
  if (status === 412 || status === 428) return { kind: 'stale' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 429 || status >= 500) return { kind: 'lost' }
  return { kind: 'refused', problem: { ...problem, status } }
}
