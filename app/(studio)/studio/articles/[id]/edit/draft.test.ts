import { expect, test } from 'vitest'
import { contentOf, type Fields, fieldOf, metadataDiffers, metadataOf, textDiffers } from './draft.ts'

const fields: Fields = {
  title: ' Комиссия ',
  shortAnswer: 'Коротко',
  questions: 'сколько стоит\n\n  какая комиссия  \n',
  markdown: 'Текст',
  variations: { ivr: 'Вслух', chatbot: '  ' },
  slug: 'fee',
  category: '',
  tags: 'fees, , sbp',
  audience: 'public',
}

test('the form becomes the body of the request: lines are questions, empty variations are left out', () => {
  expect(contentOf(fields)).toEqual({
    title: 'Комиссия',
    shortAnswer: 'Коротко',
    questions: ['сколько стоит', 'какая комиссия'],
    markdown: 'Текст',
    variations: { ivr: { markdown: 'Вслух' } },
  })
  expect(metadataOf(fields)).toEqual({ slug: 'fee', category: null, tags: ['fees', 'sbp'], audience: 'public' })
})

test('text and metadata are told apart', () => {
  expect(textDiffers(fields, { ...fields, slug: 'other' })).toBe(false)
  expect(metadataDiffers(fields, { ...fields, slug: 'other' })).toBe(true)
  expect(textDiffers(fields, { ...fields, variations: { ivr: 'Иначе' } })).toBe(true)
})

test('a refusal is shown at its field', () => {
  expect(fieldOf('/questions/2')).toBe('questions')
  expect(fieldOf('/variations/ivr/markdown')).toBe('variations.ivr')
  expect(fieldOf('/document/content/0')).toBe('markdown')
  expect(fieldOf('?limit')).toBe('')
})
