import { expect, test } from 'vitest'
import { catalogues } from './catalogues.ts'

function flatten(messages: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}
const russian = flatten(catalogues.ru)
const english = flatten(catalogues.en)

test('both languages have the same messages', () => {
  expect([...english.keys()]).toEqual([...russian.keys()])
})

test('a message takes the same arguments in both languages', () => {
  const argumentsOf = (text: string) => [...new Set(text.replaceAll(/'[^']*'/g, '').match(/\{\w+(?=[,}])/g) ?? [])].sort()
  for (const [key, text] of russian) expect(argumentsOf(english.get(key) ?? ''), key).toEqual(argumentsOf(text))
})

test('Russian plurals have one, few, many and other', () => {
  for (const [key, text] of russian)
    if (text.includes(', plural,')) for (const form of ['one', 'few', 'many', 'other']) expect(text, key).toContain(`${form} {`)
})

test('nothing is left in the other language', () => {
  const names = /E-mail|Markdown|API|Enter|:fact|::snippet|:::only|https|\{[^}]*\}|[A-Z]$/g
  for (const [key, text] of english) expect(text, key).not.toMatch(/[а-яё]/i)
  for (const [key, text] of russian) if (/[a-z]{4,}/i.test(text.replace(names, ''))) expect(text, key).toMatch(/[а-яё]/i)
})
