import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hearing, wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Heard, hear, holdsPlaceholder, wordingKey } from './hear.ts'

const usual: Heard = { locale: 'ru', channel: 'website', text: '', source: 'ask', outcome: 'unanswered', person: 'one', release: 1 }
const say = (istok: Istok, text: string, more: Partial<Heard> = {}) => write(istok.database, tx => hear(tx, { ...usual, text, ...more }))
const wordings = (istok: Istok) => istok.database.reader.orm.select().from(wording)
const hearings = (istok: Istok) => istok.database.reader.orm.select().from(hearing)

test('one wording is kept once as it was first said, however it is written; each hearing is kept', async () => {
  const istok = openTestIstok()
  await say(istok, '  Где\tПАРКОВКА?\n ', { at: 1000 })
  await say(istok, 'где парковка', { at: 3000, person: 'two' })
  await say(istok, 'Где парковки!', { at: 2000 })
  expect(await wordings(istok)).toMatchObject([{ text: 'Где ПАРКОВКА?', private: false, firstAt: 1000, lastAt: 3000, state: 'open' }])
  expect((await hearings(istok)).map(({ person }) => person)).toEqual(['one', 'two', 'one'])
})

test('the same words in another language are another wording', async () => {
  const istok = openTestIstok()
  await say(istok, 'visa')
  await say(istok, 'visa', { locale: 'en' })
  expect(await wordings(istok)).toHaveLength(2)
})

test.each(['', ' ', '?!…', '😀', '4111 1111 1111 1111', '+7 916 123-45-67', '\u0000'])('%j says nothing and is not kept', async text => {
  const istok = openTestIstok()
  await say(istok, text)
  expect(await wordings(istok)).toEqual([])
  expect(await hearings(istok)).toEqual([])
})

test('a wording has at most 300 characters once personal data is masked; what is longer is a story', async () => {
  const istok = openTestIstok()
  const words = (length: number) => `где ${'парковка '.repeat(40)}`.slice(0, length).replace(/ $/, 'я')
  await say(istok, words(300))
  await say(istok, words(301))
  expect((await wordings(istok)).map(({ text }) => text.length)).toEqual([300])
})

test('two who say the same with their own numbers have said one wording, and no number of theirs is kept', async () => {
  const istok = openTestIstok()
  await say(istok, 'пропишите номер +7 916 123-45-67 в реестр')
  await say(istok, 'Пропишите номер 8 903 765-43-21 в реестр', { person: 'two' })
  expect(await wordings(istok)).toMatchObject([{ text: 'пропишите номер [phone] в реестр', private: true }])
  const kept = JSON.stringify([await wordings(istok), await hearings(istok)])
  for (const part of ['916', '123-45', '903', '765-43']) expect(kept).not.toContain(part)
})

test('what is kept holds nothing invisible, and is the same wording when it is said again', async () => {
  const istok = openTestIstok()
  const pieces = fc.constantFrom('где', ' ', '\n', '\u0000', 'парковка', '\u00a0', 'é', 'e\u0301', '😀', '?', '[phone]', 'Ё')
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 8 }), async parts => {
      const text = parts.join('')
      await say(istok, text)
      const kept = await wordings(istok)
      for (const one of kept) {
        expect(one.text).not.toMatch(/[\p{Cc}]|^\s|\s$|\s\s/u)
        expect(one.text).toBe(one.text.normalize('NFC'))
        expect(wordingKey(one.text)).toBe(one.key)
        expect(one.private).toBe(holdsPlaceholder(one.text))
      }
      await say(istok, text)
      expect(await wordings(istok)).toHaveLength(kept.length)
    }),
    { numRuns: 40 },
  )
})
