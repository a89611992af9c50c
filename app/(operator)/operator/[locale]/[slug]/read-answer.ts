import { cache } from 'react'
import type { ChatbotContent } from '#lib/compile/types.ts'
import { readFeedEnd } from '#lib/delivery/read-feed-end.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '#lib/istok.ts'
import type { PanelAnswer } from '../panel-api.ts'
import { type Messenger, type MessengerTexts, messengers, textOfRequest } from './copy-form.ts'

interface Place {
  locale: string
  slug: string
}

export type OperatorAnswer =
  | { kind: 'found'; rendition: PanelAnswer; related: ChatbotContent['related']; sent: MessengerTexts | null; seq: number }
  | { kind: 'moved'; slug: string }
  | { kind: 'gone' }
  | { kind: 'missing' }

/** `seq`: the newest change when the answer was read; `sent`: what the bot sends of it, null where it does not say it. An answer as the operator channel says it now, and the articles to which it leads. */
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
  const rendition = JSON.parse(answer.reply.body.toString()) as PanelAnswer
  return { kind: 'found', rendition, related, sent: chat.kind === 'found' ? await readSent(istok, place) : null, seq }
})

async function readSent(istok: Istok, place: Place): Promise<MessengerTexts> {
  const names = Object.keys(messengers) as Messenger[]
  const texts = names.map(async name => {
    const said = await readRendition(istok, { ...place, channel: 'chatbot', profile: messengers[name] })
    if (said.kind !== 'found') return [name, []] as const
    const { content } = JSON.parse(said.reply.body.toString()) as { content: { messages: { body: Record<string, unknown> }[] } }
    return [name, content.messages.map(({ body }) => textOfRequest(body))] as const
  })
  return Object.fromEntries(await Promise.all(texts)) as MessengerTexts
}
