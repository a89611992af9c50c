import { expect, test } from 'vitest'
import type { Content } from '#lib/document/content.ts'
import type { Document } from '#lib/document/types.ts'
import { bodyJson, contentJson } from './content-json.ts'

const document = (text: string): Document => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const content: Content = {
  title: 'Комиссия "да"',
  shortAnswer: [{ type: 'fact', attrs: { key: 'transfer.fee' } }],
  questions: ['Сколько?'],
  document: document('Один'),
  variations: { ivr: document('Голосом'), chatbot: document('Коротко') },
}

test('a text is written as the JSON that reads back as it', () => {
  expect(JSON.parse(contentJson(content))).toEqual(content)
  expect(JSON.parse(contentJson({ ...content, variations: {} }))).toEqual({ ...content, variations: {} })
})

test('what is sent holds the own wordings as the API takes them', () => {
  const variations = { ivr: { document: document('Голосом') }, chatbot: { document: document('Коротко') } }
  expect(JSON.parse(bodyJson(content))).toEqual({ ...content, variations })
})
