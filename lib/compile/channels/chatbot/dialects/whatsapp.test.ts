import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsText } from '../../../lines/line.ts'
import { type Run, styles } from '../../../resolve/resolved.ts'
import { whatsappList } from './whatsapp.ts'
import { whatsappLine } from './whatsapp-runs.ts'

function write(...runs: [text: string, style?: number][]): string {
  const all = runs.map(([text, style = 0]): Run => ({ type: 'text', text, style, link: null }))
  return whatsappLine({ kind: 'text', runs: all, text: runsText(all), tight: false, frame: null, path: '', language: '' })
}

/** What WhatsApp formats: a marker after no letter and before no space, up to one after no space and before no letter. */
const formatted = /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu

test('marks become markers', () => {
  expect(write(['Важно: ', styles.bold], ['до '], ['5 %', styles.bold | styles.italic], ['.'])).toBe('*Важно:* до _*5 %*_.')
  expect(write(['Наберите '], ['*100#', styles.code])).toBe('Наберите ```*100#```')
})

test('a code to dial is never changed', () => {
  expect(write(['Наберите *100# или *101#.'])).toBe('Наберите *100# или *101#.')
  expect(write(['Наберите *100#, это '], ['бесплатно', styles.bold])).toBe('Наберите *100#, это бесплатно')
})

test('words with underscores and sums stay', () => {
  expect(write(['snake_case_name, 2 * 3 * 4'])).toBe('snake_case_name, 2 * 3 * 4')
})

test('a mark inside a word is not written', () => {
  expect(write(['пере'], ['вод', styles.bold], ['ы'])).toBe('переводы')
})

test('nothing that stands in the text is formatted', () => {
  const texts = fc.string({ unit: fc.constantFrom('*', '_', '~', '`', 'а', ' ', '.', '1', '\n'), maxLength: 30 })
  fc.assert(
    fc.property(texts, text => {
      const written = write([text])
      expect(written).toHaveLength(text.length)
      expect([...written.matchAll(formatted)]).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('a long step whose last message is a list sends those before it as text', () => {
  const { body } = whatsappList.request('первая часть', [], 'a') as { body: { type: string } }
  expect(body.type).toBe('text')
})
