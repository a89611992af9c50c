import { cache } from 'react'
import type { ChatbotContent } from '#lib/compile/types.ts'
import { readFeedEnd } from '#lib/delivery/read-feed-end.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '#lib/istok.ts'
import type { PanelAnswer } from '../panel-api.ts'

interface Place {
  locale: string
  slug: string
}

export type OperatorAnswer =
  | { kind: 'found'; rendition: PanelAnswer; related: ChatbotContent['related']; hasMessengers: boolean; seq: number }
  | { kind: 'moved'; slug: string }
  | { kind: 'gone' }
  | { kind: 'missing' }

/** `seq`: the newest change when the answer was read; `hasMessengers`: the bot says it, too. An answer as the operator channel says it now, and the articles to which it leads. */
export async function readAnswer(istok: Istok, { locale, slug }: Place): Promise<OperatorAnswer> {
  return readOnce(istok, locale, slug)
}

const readOnce = cache(async (istok: Istok, locale: string, slug: string): Promise<OperatorAnswer> => {
  const seq = readFeedEnd(istok, 'operator')
  const place = { locale, slug, profile: null }
  const answer = await readRendition(istok, { ...place, channel: 'operator' })
  if (answer.kind !== 'found') return answer
  const chat = await readRendition(istok, { ...place, channel: 'chatbot' })
  const related = chat.kind === 'found' ? (JSON.parse(chat.reply.body.toString()) as { content: ChatbotContent }).content.related : []
  return {
    kind: 'found',
    rendition: JSON.parse(answer.reply.body.toString()) as PanelAnswer,
    related,
    hasMessengers: chat.kind === 'found',
    seq,
  }
})
