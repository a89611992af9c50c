import { expect, test } from 'vitest'
import type { Block, ScriptStep } from '#lib/document/types.ts'
import { compile } from '../../compile.ts'
import { doc, para, testResolution, testSource } from '../../test-source.ts'
import type { ChatStep, RenditionOf } from '../../types.ts'
import { acceptMax, acceptTelegram, acceptTelegramRich, acceptVk, acceptWhatsapp } from './check-requests.ts'

type Attrs = Omit<ScriptStep['attrs'], 'id' | 'title'>
const articleId = '01234567-89ab-cdef-0123-456789abcdef'

function step(id: string, attrs: Attrs, ...content: Block[]): ScriptStep {
  return { type: 'scriptStep', attrs: { id, title: `Шаг ${id}`, ...attrs }, ...(content.length > 0 && { content }) }
}

function options(...entries: [label: string, next: string][]): Attrs {
  return { kind: 'question', options: entries.map(([label, next]) => ({ label, next })) }
}

const walked = [
  step('start', options(['Да', 'five'], ['Нет', 'say'], ['Не знаю', 'answer'])),
  step(
    'five',
    options(
      ['Первый вариант, который не помещается на кнопку', 'say'],
      ['Первый вариант, который не помещается никуда', 'answer'],
      ['3', 'call'],
      ['4', 'person'],
      ['5', 'start'],
    ),
  ),
  step('say', { kind: 'instruction', next: 'done-well' }, para('Слово. '.repeat(200))),
  step('answer', { kind: 'answer', href: 'article:card-limits', next: 'done-well' }),
  step('call', { kind: 'action', href: 'tel:900', next: 'done-later' }),
  step('person', { kind: 'action', next: 'done-a-very-long-id-here' }),
  step('done-well', { kind: 'end' }),
  step('done-later', { kind: 'end' }),
  step('done-a-very-long-id-here', { kind: 'end' }, para('Комиссия {fee.transfer}.')),
]

function compiled() {
  return compile(testSource(doc({ type: 'script', content: walked }), { articleId }), testResolution())
}
function chatbot() {
  return compiled().renditions.get('chatbot') as RenditionOf<'chatbot'>
}

/** Ids of the ends that pressing every button comes to. `stepsBehind` gives the payloads or targets of a step's buttons. */
function endsBehind(start: string, stepsBehind: (id: string) => string[], kindOf: (id: string) => string): string[] {
  const seen = new Set([start])
  for (const id of seen) for (const next of stepsBehind(id)) seen.add(next)
  return [...seen].filter(id => kindOf(id) === 'end').sort()
}

test('pressing the buttons of the neutral messages reaches the same ends as the script', () => {
  const { content, facts } = chatbot()
  const steps = new Map((content.steps ?? []).map((each): [string, ChatStep] => [each.id, each]))
  const buttonsOf = (id: string) => steps.get(id)?.messages.at(-1)?.buttons ?? []
  const ends = endsBehind(
    'start',
    id =>
      buttonsOf(id)
        .filter(({ kind }) => kind === 'step')
        .map(({ target }) => target),
    id => steps.get(id)?.kind ?? '',
  )
  expect(ends).toEqual(['done-a-very-long-id-here', 'done-later', 'done-well'])
  expect(content.messages.at(-1)?.buttons).toEqual(buttonsOf('start'))
  expect(buttonsOf('answer')).toContainEqual({ kind: 'answer', label: 'Лимиты по карте', target: 'id-card-limits' })
  expect(buttonsOf('call')).toContainEqual({ kind: 'phone', label: '900', target: '900' })
  expect(buttonsOf('person')[0]).toEqual({ kind: 'handoff', label: 'Позвать оператора', target: 'person' })
  expect(content.related).toEqual([{ slug: 'card-limits', title: 'Лимиты по карте' }])
  expect(Object.keys(facts)).toEqual(['fee.transfer'])
})

const servers = {
  'telegram.html': acceptTelegram,
  'telegram.rich': acceptTelegramRich,
  'max.html': acceptMax,
  'vk.plain': acceptVk,
  whatsapp: acceptWhatsapp,
}

test.each(Object.entries(servers))('%s takes every step, and its payloads reach the same ends within 64 bytes', (profile, accept) => {
  const { messages, steps } = JSON.parse(chatbot().profiles[profile]?.body ?? '') as {
    messages: Parameters<typeof accept>[0][]
    steps: Record<string, { messages: Parameters<typeof accept>[0][] }>
  }
  for (const message of [...messages, ...Object.values(steps).flatMap(each => each.messages)]) accept(message)
  const payloads = (id: string) => JSON.stringify(steps[id]?.messages).match(/s:[0-9a-f-]{36}:[a-z0-9-]+/g) ?? []
  for (const id of Object.keys(steps))
    for (const payload of payloads(id)) expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(64)
  const ends = endsBehind(
    'start',
    id => payloads(id).map(payload => payload.slice('s:'.length + 37)),
    id => walked.find(each => each.attrs.id === id)?.attrs.kind ?? '',
  )
  expect(ends).toEqual(['done-a-very-long-id-here', 'done-later', 'done-well'])
})

test('labels that a messenger cuts are told with the step and the messengers; where two then read the same it is a warning', () => {
  const long = 'Перевод по номеру телефона в другой банк '
  const script = (...labels: string[]) => [
    step('start', options(...labels.map((label): [string, string] => [label, 'end']))),
    step('end', { kind: 'end' }),
  ]
  const losses = (...labels: string[]) =>
    (compile(testSource(doc({ type: 'script', content: script(...labels) })), testResolution()).losses.get('chatbot') ?? [])
      .filter(({ reason }) => reason.startsWith('labels-'))
      .map(({ level, reason, path, message }) => `${level} ${reason} ${path} ${message.en}`)
  expect(losses('Да', 'Нет')).toEqual([])
  expect(losses(`${long}сегодня`, 'Иначе')).toEqual([
    'info labels-cut /content/0/content/0 Words on buttons are cut short: Шаг start (vk.plain)',
  ])
  expect(losses(`${long}сегодня`, `${long}завтра`)).toEqual([
    'warning labels-alike /content/0/content/0 Buttons that are cut short cannot be told apart: Шаг start (vk.plain). Begin the options with different words',
  ])
})

test('nothing of the script is lost in a chat, and an internal part of a step stays with the operator', () => {
  expect(
    compiled()
      .losses.get('chatbot')
      ?.filter(({ level }) => level === 'error'),
  ).toEqual([])
  const secret = step('start', { kind: 'end' }, { type: 'only', attrs: { audience: 'internal' }, content: [para('Тайна')] })
  const { renditions } = compile(testSource(doc({ type: 'script', content: [secret] })), testResolution())
  for (const [kind, rendition] of renditions) expect(JSON.stringify(rendition).includes('Тайна')).toBe(kind === 'operator')
  const operator = renditions.get('operator') as RenditionOf<'operator'>
  expect(operator.content.steps?.[0]?.copy).toBe('Шаг start')
})
