import { cache } from 'react'
import type { ChatbotContent, OperatorContent } from '#lib/compile/types.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '#lib/istok.ts'

interface Place {
  locale: string
  slug: string
}

interface OperatorRendition {
  title: string
  release: number
  publishedAt: string
  category: string | null
  content: OperatorContent
}

export type OperatorAnswer =
  | { kind: 'found'; rendition: OperatorRendition; related: ChatbotContent['related'] }
  | { kind: 'moved'; slug: string }
  | { kind: 'gone' }
  | { kind: 'missing' }

/** An answer as the operator channel says it now, and the articles to which it leads. */
export async function readAnswer(istok: Istok, { locale, slug }: Place): Promise<OperatorAnswer> {
  return readOnce(istok, locale, slug)
}

const readOnce = cache(async (istok: Istok, locale: string, slug: string): Promise<OperatorAnswer> => {
  const place = { locale, slug, profile: null }
  const answer = await readRendition(istok, { ...place, channel: 'operator' })
  if (answer.kind !== 'found') return answer
  const chat = await readRendition(istok, { ...place, channel: 'chatbot' })
  const related = chat.kind === 'found' ? (JSON.parse(chat.reply.body.toString()) as { content: ChatbotContent }).content.related : []
  return { kind: 'found', rendition: JSON.parse(answer.reply.body.toString()) as OperatorRendition, related }
})
