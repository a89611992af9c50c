import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels as channelTable } from '#lib/compile/channels.ts'
import type { Audience } from '#lib/document/types.ts'
import { tokenise } from '../analyser/tokens.ts'
import { changedFields, type SaidAnswer, storedFields, termsOf } from './terms.ts'

/** The rule word for word: every key as often as the channel says it that says it most often, at most three times, in the order in which it is met. */
function keysByTheRule({ title, questions, tags, channels }: SaidAnswer, audience: Audience) {
  const mine = channels.filter(({ channel }) => channelTable[channel].audience === audience)
  const codes = new Set<string>()
  const count = (texts: readonly string[], skipsEmpty = false) => {
    const counts = new Map<string, number>()
    for (const { key, empty, code } of texts.flatMap(text => text.split('\n')).flatMap(tokenise)) {
      if (skipsEmpty && empty) continue
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (code) codes.add(key)
    }
    return counts
  }
  const most = (all: Map<string, number>[]) => {
    const [first = new Map<string, number>(), ...others] = all
    for (const other of others) for (const [key, times] of other) if (times > (first.get(key) ?? 0)) first.set(key, times)
    return first
  }
  const fields = { title: count([title]), questions: count(questions), tags: count(tags) }
  const short = most(mine.map(({ shortAnswer }) => count([shortAnswer])))
  const body = most(mine.map(({ text }) => count([text], true)))
  return { ...fields, short, body, codes: new Map([...codes].map((key): [string, number] => [key, 1])) }
}

function written(counts: Map<string, number>, without?: Map<string, number>): string {
  return [...counts]
    .filter(([key]) => !without?.has(key))
    .flatMap(([key, times]) => Array.from({ length: Math.min(times, 3) }, () => key))
    .join(' ')
}

const line = fc
  .array(fc.constantFrom('карта', 'карты', 'лимит', 'и', 'не', '3-НДФЛ', '*100#', 'fee', '100 ₽', 'перевод', '1500'), { maxLength: 5 })
  .map(words => words.join(' '))
const text = fc.array(line, { maxLength: 6 }).map(lines => lines.join('\n'))
const kinds = ['website', 'chatbot', 'ivr', 'operator', 'agent'] as const
const said = fc.record({
  title: line,
  questions: fc.array(text, { maxLength: 3 }),
  tags: fc.array(line, { maxLength: 2 }),
  channels: fc
    .subarray([...kinds], { minLength: 1 })
    .chain(some => fc.tuple(...some.map(channel => fc.record({ channel: fc.constant(channel), shortAnswer: line, text })))),
})

test('what is counted once for all channels is what is counted channel by channel', () => {
  fc.assert(
    fc.property(said, answer => {
      const terms = termsOf(answer as SaidAnswer)
      const open = keysByTheRule(answer as SaidAnswer, 'public')
      const isOpen = answer.channels.some(({ channel }) => channelTable[channel].audience === 'public')
      const hidden = keysByTheRule(answer as SaidAnswer, 'internal')
      for (const field of storedFields) {
        if (isOpen) expect(terms.public?.keys[field], field).toBe(written(open[field]))
        else expect(terms.public).toBeNull()
        if (terms.internal) expect(terms.internal.keys[field], field).toBe(written(hidden[field], isOpen ? open[field] : undefined))
      }
    }),
    { numRuns: 500 },
  )
})

test('two hashes tell in which fields the terms differ', () => {
  const said = (text: string, questions: string[] = []): SaidAnswer => ({
    ...{ title: 'Блокировка карты', questions, tags: ['карты'] },
    channels: [{ channel: 'website', shortAnswer: 'Сразу.', text }],
  })
  const hash = (answer: SaidAnswer) => termsOf(answer).public?.hash ?? ''
  const before = hash(said('Стоит 100 рублей.'))
  expect(changedFields(before, hash(said('Стоит 200 рублей.')))).toEqual(['body'])
  expect(changedFields(before, hash(said('Стоит 100 рублей.', ['Потерял карту'])))).toEqual(['questions'])
  expect(changedFields(before, before)).toEqual([])
  expect(changedFields('of another time', before)).toEqual([...storedFields])
})
