import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { foldWord } from './fold.ts'
import { stem } from './stem.ts'

const forms = readFileSync(new URL('./word-forms.fixture.txt', import.meta.url), 'utf8')
const [nouns = [], verbs = []] = forms
  .split(/^# (?:nouns|verbs)$/m)
  .slice(1)
  .map(part =>
    part
      .trim()
      .split('\n')
      .map(line => [...new Set(line.split(' ').map(foldWord))]),
  )

/** Share of the pairs of different forms of one word that have one key. */
function sharePaired(words: readonly (readonly string[])[]): number {
  let pairs = 0
  let met = 0
  for (const word of words) {
    for (const a of word) {
      for (const b of word) {
        if (a === b) continue
        pairs++
        if (stem(a) === stem(b)) met++
      }
    }
  }
  return met / pairs
}

test('the forms of 65 nouns meet', () => {
  expect(nouns).toHaveLength(65)
  expect(sharePaired(nouns)).toBeGreaterThanOrEqual(0.97)
})

test('the forms of 25 verbs meet', () => {
  expect(verbs).toHaveLength(25)
  expect(sharePaired(verbs)).toBeGreaterThanOrEqual(0.85)
})

test('nouns in -пись are no verbs', () => {
  for (const forms of [
    'запись записи записью записей',
    'подпись подписи подписями',
    'опись описи',
    'перепись переписи',
    'рукопись рукописей',
  ])
    expect(new Set(forms.split(' ').map(stem)).size, forms).toBe(1)
})

test('words that mean different things stay apart', () => {
  const apart = [
    'визит виза',
    'кредит кредо',
    'заблокировать разблокировать',
    'включить выключить',
    'карта картина',
    'вклад выклад',
    'счет счетчик',
  ]
  for (const pair of apart) {
    const [a = '', b = ''] = pair.split(' ')
    expect(stem(a), pair).not.toBe(stem(b))
  }
})

test('no different words of the fixture share a key, but those of one root that mean one thing', () => {
  const owners = new Map<string, Set<string>>()
  for (const [first = '', ...others] of [...nouns, ...verbs]) {
    for (const form of [first, ...others]) owners.set(stem(form), (owners.get(stem(form)) ?? new Set()).add(first))
  }
  expect([...owners.values()].filter(words => words.size > 1).map(words => [...words].join(' '))).toEqual(['перевод перевести'])
})

test.each([
  ['cards', 'card'],
  ['transfers', 'transferred'],
  ['blocking', 'blocked'],
  ['payments', 'payment'],
  ['fees', 'fee'],
  ['activation', 'activate'],
  ['lost', 'lose'],
  ['paid', 'pay'],
])('English %s and %s meet', (a, b) => {
  expect(stem(a)).toBe(stem(b))
})
