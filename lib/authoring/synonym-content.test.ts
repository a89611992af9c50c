import { expect, test } from 'vitest'
import type { IstokError } from '../errors.ts'
import { type NewSynonym, synonymContent } from './synonym-content.ts'

const faults = (input: NewSynonym) => {
  try {
    synonymContent(input)
  } catch (error) {
    return (error as IstokError).details.errors?.map(({ pointer, reason }) => `${pointer} ${reason}`)
  }
  return []
}
const terms = (count: number) => Array.from({ length: count }, (_, index) => `слово ${index}`)

test('words have one spelling: lower case, single spaces, composed letters, each once in the order given', () => {
  const given = ['  Комиссия\t за\n перевод ', 'ТАРИФ', 'тариф', 'й'.normalize('NFD'), 'Й']
  expect(synonymContent({ locale: 'ru', terms: given })).toEqual({
    locale: 'ru',
    terms: ['комиссия за перевод', 'тариф', 'й'],
    direction: 'both',
  })
})

test('the first of one-way words stays the first', () => {
  expect(synonymContent({ locale: 'ru', terms: ['Яблоко', 'антоновка'], direction: 'one-way' })).toMatchObject({
    terms: ['яблоко', 'антоновка'],
    direction: 'one-way',
  })
})

test.each<[string, NewSynonym, string[]]>([
  ['2 words', { locale: 'ru', terms: terms(2) }, []],
  ['50 words', { locale: 'ru', terms: terms(50) }, []],
  ['51 words', { locale: 'ru', terms: terms(51) }, ['/terms count']],
  ['one word in two cases', { locale: 'ru', terms: ['Тариф', 'тариф'] }, ['/terms count']],
  ['51 words of which two are the same', { locale: 'ru', terms: [...terms(50), 'СЛОВО 1'] }, []],
  ['no words', { locale: 'ru', terms: [] }, ['/terms count']],
  ['a word of 100 characters', { locale: 'ru', terms: ['а', 'б'.repeat(100)] }, []],
  ['a word of 101 characters', { locale: 'ru', terms: ['а', 'б'.repeat(101)] }, ['/terms/1 length']],
  ['a language that is none', { locale: 'русский', terms: terms(2) }, ['/locale not-a-language']],
  ['an empty word, named where it was sent', { locale: 'ru', terms: ['а', 'А', 'б', ' '] }, ['/terms/3 length']],
])('%s: taken or refused at its place', (_, input, expected) => expect(faults(input)).toEqual(expected))
