import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortenLabel } from './cut-text.ts'
import { headingId } from './heading-id.ts'
import { urlencodedLength, utf8Length } from './measure.ts'

test('bytes are counted as UTF-8 and form bodies encode them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
      expect(urlencodedLength(text)).toBe(new URLSearchParams({ a: text }).toString().length - 2)
    }),
  )
  expect(urlencodedLength('слово и'.slice(0, 5))).toBe(30)
})

test('a label is shortened after a word or, without one, after a grapheme', () => {
  expect(shortenLabel('Лимиты по карте', 20)).toBe('Лимиты по карте')
  expect(shortenLabel('Как перевыпустить карту', 20)).toBe('Как перевыпустить…')
  expect(shortenLabel('Непереводимоедлинноеслово', 10)).toBe(`${'Непереводи'.slice(0, 9)}…`)
  expect(shortenLabel('👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧…')
})

test('anchors are transliterated, unique and never empty', () => {
  const taken = new Set<string>()
  expect(['Щётка и ёж!', 'щетка и еж', '1 500 ₽', '？', '中文'].map(text => headingId(text, taken))).toEqual([
    'shchetka-i-ezh',
    'shchetka-i-ezh-2',
    '1-500',
    'section',
    '中文',
  ])
})
