import { linksOf } from '../../lines/line.ts'
import { sayFact } from '../../resolve/resolve-state.ts'
import type { ChatMessage, ProfileOutput, RenditionOf, SaidFact } from '../../types.ts'
import type { View } from '../../view.ts'
import { type Composition, composeAnswer } from './compose.ts'
import type { LineDialect } from './dialect.ts'
import { maxHtml } from './dialects/max-html.ts'
import { plain } from './dialects/plain.ts'
import { telegramHtml } from './dialects/telegram-html.ts'
import { telegramRich } from './dialects/telegram-rich.ts'
import { vkPlain } from './dialects/vk-plain.ts'
import { whatsapp } from './dialects/whatsapp.ts'
import { reportChatLosses } from './report-chat-losses.ts'
import { type SentLines, sendLines } from './send-lines.ts'

const lineDialects = { 'telegram.html': telegramHtml, 'max.html': maxHtml, 'vk.plain': vkPlain, whatsapp, plain } satisfies Record<
  string,
  LineDialect
>
/** The dialect of `content`: links are buttons and not spelled out. */
const neutral: LineDialect = {
  ...plain,
  adapt: lines => [...lines],
  buttons: { ...plain.buttons, max: Number.POSITIVE_INFINITY, maxPayload: 1000 },
}

/** An answer as neutral messages and as ready requests of every messenger. */
export function renderChatbot(view: View): RenditionOf<'chatbot'> {
  const answer = composeAnswer(view)
  const sent = sendLines(answer, neutral)
  const messages = neutralMessages(sent)
  const profiles: Record<string, ProfileOutput> = {}
  const shortened: string[] = sent.shortened === 'no' ? [] : ['content']
  const dropped: string[] = []
  for (const [name, dialect] of Object.entries(lineDialects)) {
    const profile = renderLines(answer, dialect)
    profiles[name] = profile.output
    if (profile.sent.shortened !== 'no') shortened.push(name)
    if (profile.dropped > 0) dropped.push(name)
  }
  const rich = telegramRich(answer)
  profiles['telegram.rich'] = rich.output
  if (rich.shortened) shortened.push('telegram.rich')
  reportChatLosses(answer, { shortened, dropped })
  const plainText = messages.map(message => message.text).join('\n\n')
  return {
    channel: 'chatbot',
    content: { shortAnswer: view.shortText, messages, related: relatedOf(answer) },
    profiles,
    facts: saidIn(sent, view),
    plainText,
    shortAnswer: view.shortText,
    size: { characters: plainText.length, messages: messages.length },
  }
}

function neutralMessages({ texts, buttons }: SentLines): ChatMessage[] {
  return texts.map((text, index) => ({ text, format: 'plain', buttons: index === texts.length - 1 ? buttons : [] }))
}

function renderLines(answer: Composition, dialect: LineDialect): { output: ProfileOutput; sent: SentLines; dropped: number } {
  const sent = sendLines(answer, dialect)
  const messages = sent.texts.map((text, index) => dialect.request(text, index === sent.texts.length - 1 ? sent.buttons : []))
  return { output: { mediaType: 'application/json', body: JSON.stringify({ messages }) }, sent, dropped: sent.dropped.length }
}

/** Articles that the text links to, in its order. */
function relatedOf({ lines }: Composition): { slug: string; title: string }[] {
  const related = new Map<string, string>()
  for (const line of lines)
    for (const { article } of linksOf(line)) if (article && !related.has(article.slug)) related.set(article.slug, article.title)
  return [...related].map(([slug, title]) => ({ slug, title }))
}

/** The facts of the messages and of the short answer. */
function saidIn(sent: SentLines, view: View): Record<string, SaidFact> {
  const facts = new Map(view.shortFacts)
  for (const part of sent.parts) for (const line of part) for (const run of line.runs) if (run.type === 'fact') sayFact(facts, run)
  return Object.fromEntries(facts)
}
