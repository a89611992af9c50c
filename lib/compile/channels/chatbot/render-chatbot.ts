import { linksOf } from '../../lines/line.ts'
import { findResolvedScript } from '../../lines/script-list.ts'
import { sayFact } from '../../resolve/resolve-state.ts'
import type { ChatMessage, ChatStep, ProfileOutput, RenditionOf, SaidFact } from '../../types.ts'
import type { View } from '../../view.ts'
import { type Composition, composeAnswer, composeStep } from './compose.ts'
import type { LineDialect } from './dialect.ts'
import { maxHtml } from './dialects/max-html.ts'
import { plain } from './dialects/plain.ts'
import { telegramHtml } from './dialects/telegram-html.ts'
import { telegramRich } from './dialects/telegram-rich.ts'
import { vkPlain } from './dialects/vk-plain.ts'
import { needsList, whatsapp, whatsappList } from './dialects/whatsapp.ts'
import { reportChatLosses, reportStepLosses } from './report-chat-losses.ts'
import { type SentLines, sendLines } from './send-lines.ts'

const lineDialects = { 'telegram.html': telegramHtml, 'max.html': maxHtml, 'vk.plain': vkPlain, whatsapp, plain } satisfies Record<
  string,
  LineDialect
>
/** "(1/3)" under a message. */
const counterRoom = 8
/** The dialect of `content`: links are buttons and not spelled out. */
const neutral: LineDialect = {
  ...plain,
  adapt: lines => [...lines],
  buttons: { ...plain.buttons, max: Number.POSITIVE_INFINITY, maxPayload: 1000 },
}

/** An answer as neutral messages and as ready requests of every messenger; a script as one such answer per step. */
export function renderChatbot(view: View): RenditionOf<'chatbot'> {
  const answer = composeAnswer(view)
  const said = renderAnswer(answer)
  const script = findResolvedScript(view.blocks)
  const steps = (script?.items ?? []).map(step => ({ id: step.id, kind: step.kind, answer: composeStep(step, view) }))
  const saidSteps = steps.map(step => ({ ...step, said: renderAnswer(step.answer) }))
  reportChatLosses(answer, said)
  for (const { said: step, answer: composed } of saidSteps) reportStepLosses(composed, step)
  const messages = neutralMessages(said.sent)
  const chatSteps = saidSteps.map(({ id, kind, said: step }): ChatStep => ({ id, kind, messages: neutralMessages(step.sent) }))
  const plainText = [...messages, ...chatSteps.slice(1).flatMap(step => step.messages)].map(message => message.text).join('\n\n')
  return {
    channel: 'chatbot',
    content: {
      shortAnswer: view.shortText,
      messages,
      related: relatedOf([answer, ...steps.map(step => step.answer)]),
      ...(chatSteps.length > 0 && { steps: chatSteps }),
    },
    profiles: writeProfiles(said.requests, saidSteps),
    facts: saidIn([said.sent, ...saidSteps.map(step => step.said.sent)], view),
    plainText,
    shortAnswer: view.shortText,
    size: { characters: plainText.length, messages: messages.length },
  }
}

/** What one answer, or one step of a script, becomes in every dialect. */
interface RenderedAnswer {
  sent: SentLines
  /** Requests by profile. */
  requests: Record<string, unknown[]>
  /** Profiles that needed the short answer, and those that could not show every button. */
  shortened: string[]
  dropped: string[]
  /** Profiles that lost a way on from a step, that cut the words of one short, and where two then read the same. */
  stuck: string[]
  cut: string[]
  alike: string[]
}

function renderAnswer(answer: Composition): RenderedAnswer {
  const sent = sendLines(answer, neutral)
  const rendered: RenderedAnswer = {
    sent,
    requests: {},
    shortened: sent.shortened === 'no' ? [] : ['content'],
    dropped: [],
    stuck: [],
    cut: [],
    alike: [],
  }
  const { articleId } = answer.view.source
  for (const [name, dialect] of Object.entries(lineDialects)) {
    const used = answer.isStep ? dialectOfStep(dialect, answer) : dialect
    const lines = sendLines(answer, used)
    const last = lines.texts.length - 1
    rendered.requests[name] = lines.texts.map((text, index) => used.request(text, index === last ? lines.buttons : [], articleId))
    if (lines.shortened !== 'no') rendered.shortened.push(name)
    if (lines.dropped.length > 0) rendered.dropped.push(name)
    if (lines.dropped.some(({ kind }) => kind === 'step')) rendered.stuck.push(name)
    const isCut = answer.buttons.some(({ kind, label }) => kind === 'step' && label.length > used.buttons.maxLabel)
    if (isCut) rendered.cut.push(name)
    const labels = lines.buttons.filter(({ kind }) => kind === 'step').map(({ label }) => label)
    if (isCut && new Set(labels).size < labels.length) rendered.alike.push(name)
  }
  const rich = telegramRich(answer)
  rendered.requests['telegram.rich'] = rich.messages
  if (rich.shortened) rendered.shortened.push('telegram.rich')
  return rendered
}

/** A step must carry its buttons, so its last message may be no longer than one with buttons. */
function dialectOfStep(dialect: LineDialect, { buttons }: Composition): LineDialect {
  const wanted = dialect === whatsapp && needsList(buttons) ? whatsappList : dialect
  return wanted.maxTextWithButtons === undefined ? wanted : { ...wanted, maxText: wanted.maxTextWithButtons - counterRoom }
}

function neutralMessages({ texts, buttons }: SentLines): ChatMessage[] {
  return texts.map((text, index) => ({ text, format: 'plain', buttons: index === texts.length - 1 ? buttons : [] }))
}

/** `{messages}`, and `{steps: {id: {messages}}}` for a script: who gets a press with the payload `s:{article}:{step}` sends that step's messages. */
function writeProfiles(
  requests: RenderedAnswer['requests'],
  steps: readonly { id: string; said: RenderedAnswer }[],
): Record<string, ProfileOutput> {
  return Object.fromEntries(
    Object.entries(requests).map(([name, messages]) => {
      const byId = Object.fromEntries(steps.map(({ id, said }) => [id, { messages: said.requests[name] }]))
      const body = JSON.stringify({ messages, ...(steps.length > 0 && { steps: byId }) })
      return [name, { mediaType: 'application/json', body }]
    }),
  )
}

/** Articles that the texts link to, in their order. */
function relatedOf(answers: readonly Composition[]): { slug: string; title: string }[] {
  const related = new Map<string, string>()
  for (const line of answers.flatMap(({ lines }) => lines))
    for (const { article } of linksOf(line)) if (article && !related.has(article.slug)) related.set(article.slug, article.title)
  return [...related].map(([slug, title]) => ({ slug, title }))
}

/** The facts of the messages and of the short answer. */
function saidIn(sent: readonly SentLines[], view: View): Record<string, SaidFact> {
  const facts = new Map(view.shortFacts)
  for (const part of sent.flatMap(({ parts }) => parts))
    for (const line of part) for (const run of line.runs) if (run.type === 'fact') sayFact(facts, run)
  return Object.fromEntries(facts)
}
