import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSentences } from './compare-sentences.ts'

const said = (pieces: ReturnType<typeof compareSentences>[number], gone: 'added' | 'removed') =>
  pieces
    .filter(({ fate }) => fate !== gone)
    .map(({ text }) => text)
    .join('')

test('only the sentence that differs is named, also between lines that are the same', () => {
  const [before, after] = ['1,5', '2'].map(value => `Перевод идёт минуту.\nКомиссия ${value} %. Чек придёт.\nКонец.`)
  const changed = compareSentences(before ?? '', after ?? '', 'ru')
  expect(changed.map(pieces => [said(pieces, 'added'), said(pieces, 'removed')])).toEqual([['Комиссия 1,5 %.', 'Комиссия 2 %.']])
})

test('a line that is said once more, or once less, is named once', () => {
  const [once, twice] = ['А.\nБ.', 'А.\nА.\nБ.']
  expect(compareSentences(once, twice, 'ru')).toEqual([[{ fate: 'added', text: 'А.' }]])
  expect(compareSentences(twice, once, 'ru')).toEqual([[{ fate: 'removed', text: 'А.' }]])
})

test('nothing differs exactly where the texts are the same, and what is taken away or added are sentences of theirs', () => {
  const text = fc.array(fc.constantFrom('Раз.', 'Два. Три.', 'Четыре.', ''), { maxLength: 6 }).map(lines => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changed = compareSentences(before, after, 'ru')
      const plain = (one: string) => one.replaceAll(/\s+/g, '')
      expect(changed.length === 0).toBe(plain(before) === plain(after))
      for (const pieces of changed) {
        expect(before).toContain(said(pieces, 'added'))
        expect(after).toContain(said(pieces, 'removed'))
      }
    }),
  )
})
