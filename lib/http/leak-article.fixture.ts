import type { Actor } from '#lib/access/actor.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { parseDocument } from '#lib/document/parse-document.ts'
import type { Document } from '#lib/document/types.ts'
import type { Istok } from '../istok.ts'
import { text } from '../release/draft.fixture.ts'

/** For tests: articles as editors put them. */

export interface Draft {
  slug: string
  title: string
  document: Document
  short?: string
  questions?: string[]
  tags?: string[]
  category?: string | null
  audience?: 'public' | 'internal'
  channels?: string[] | null
  variations?: Record<string, Document>
  beside?: { owner: string; sourceId: string; metadata: Record<string, unknown> }
}

export async function putArticle(istok: Istok, editor: Actor, draft: Draft): Promise<string> {
  const { slug, tags = [], category = null, audience = 'public', channels = null, beside = {} } = draft
  const { id } = await createArticle(istok, editor, { slug, tags, category, audience, channels, ...beside })
  await putText(istok, editor, id, draft, null)
  return id
}

export async function putText(
  istok: Istok,
  editor: Actor,
  articleId: string,
  draft: Omit<Draft, 'slug'>,
  expectedVersion: number | null,
): Promise<void> {
  const { title, document, short, questions = [], variations = {} } = draft
  const parsed = parseDocument(document)
  if (!parsed.ok) throw new Error(`A planted document is not valid: ${JSON.stringify(parsed).slice(0, 500)}`)
  const content = { title, shortAnswer: short === undefined ? [] : [text(short)], questions, document, variations }
  await saveTranslation(istok, editor, { articleId, locale: 'ru', expectedVersion, content })
}
