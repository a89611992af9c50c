import { expect, test } from 'vitest'
import { Vocabulary } from '../engine/vocabulary.ts'
import { findForeignNames } from './find-foreign-names.ts'
import { soundOf } from './sounds.ts'

test.each([
  ['аутлук', 'outlook'],
  ['тимс', 'teams'],
  ['эксель', 'excel'],
  ['скайп', 'skype'],
  ['виндовс', 'windows'],
  ['ватсап', 'whatsapp'],
  ['гугл', 'google'],
  ['айфон', 'iphone'],
  ['свифт', 'swift'],
  ['зум', 'zoom'],
  ['дискорд', 'discord'],
])('%s sounds like %s', (cyrillic, latin) => expect(soundOf(cyrillic)).toBe(soundOf(latin)))

function vocabularyOf(...words: string[]): Vocabulary {
  const vocabulary = new Vocabulary()
  for (const word of words) vocabulary.add(vocabulary.put(word, word))
  return vocabulary
}

test('a name of the base is found by ear, also with an ending, and nothing that only has its consonants', () => {
  const vocabulary = vocabularyOf('outlook', 'facebook', 'create', 'slate', 'login', 'локальный', 'local')
  const find = (surface: string, key = surface) => findForeignNames(vocabulary, surface, key, 5).map(({ word }) => word)
  expect(find('аутлуке', 'аутлук')).toEqual(['outlook'])
  expect(find('фейсбук')).toEqual(['facebook'])
  expect(find('логин')).toEqual(['login'])
  for (const word of ['карате', 'салат', 'лето', 'ок', 'outlook', '123']) expect(find(word), word).toEqual([])
  expect(find('локал'), 'an unfinished word').toEqual([])
})

test('a name that no answer says any more is not found', () => {
  const vocabulary = vocabularyOf('outlook')
  vocabulary.drop(vocabulary.find('outlook')!)
  expect(findForeignNames(vocabulary, 'аутлук', 'аутлук', 5)).toEqual([])
})
