import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { altsIn, contentWithPicture, withPicture } from './with-picture.ts'

const [one, other] = ['a'.repeat(32), 'b'.repeat(32)]
const documents = arbitraryDocument({ facts: [], snippets: [], articles: [], media: [one, other], channels: ['ivr'] })
const read = (markdown: string) => parseMarkdown(markdown).document

test('another picture comes in the place of every one, wherever it stands, and back again', () => {
  fc.assert(
    fc.property(documents, document => {
      const shown = altsIn([document], one)
      const changed = withPicture(document, one, { into: other }, 'ru')
      expect(altsIn([changed], one)).toEqual([])
      for (const alt of shown) expect(altsIn([changed], other)).toContain(alt)
      if (shown.length === 0) expect(changed).toBe(document)
    }),
    { numRuns: 100 },
  )
})

test('another text is put everywhere for its language only, trimmed; an empty one changes nothing', () => {
  const document = read(`![Старый](media:${one})\n\n> ![](media:${one})\n\n![Чужой](media:${other})`)
  expect(altsIn([document], one).sort()).toEqual(['', 'Старый'])
  const changed = withPicture(document, one, { alts: { ru: ' Новый ' } }, 'ru')
  expect(altsIn([changed], one)).toEqual(['Новый'])
  expect(altsIn([changed], other)).toEqual(['Чужой'])
  expect(withPicture(document, one, { alts: { ru: 'Новый' } }, 'en')).toBe(document)
  expect(withPicture(document, one, { alts: { ru: '  ' } }, 'ru')).toBe(document)
  expect(altsIn([document], one).sort()).toEqual(['', 'Старый'])
})

test('wordings for channels are changed with the text', () => {
  const content = { document: read('Текст.'), variations: { ivr: read('Вслух.'), chatbot: read(`![Было](media:${one})`) } }
  const changed = contentWithPicture(content, one, { into: other, alts: { ru: 'Стало' } }, 'ru')
  expect(altsIn([changed.variations.chatbot as typeof content.document], other)).toEqual(['Стало'])
  expect(changed.document).toBe(content.document)
})
