import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import { parseDocument } from '#lib/document/parse-document.ts'
import { documentNodes } from './document-nodes.ts'
import { contentOf, readDocument } from './read-document.ts'

const schema = getSchema(documentNodes)

test('a document comes out of the editor exactly as it went in', () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const node = schema.nodeFromJSON(contentOf(document))
      node.check()
      expect(readDocument(node)).toEqual(document)
    }),
    { numRuns: 400 },
  )
})

test('what the editor gives is accepted by the parser of documents', () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const parsed = parseDocument(readDocument(schema.nodeFromJSON(contentOf(document))))
      expect(parsed).toEqual({ ok: true, document })
    }),
    { numRuns: 200 },
  )
})

test('an empty document has a paragraph to type into and comes out empty', () => {
  const node = schema.nodeFromJSON(contentOf({ type: 'doc', content: [] }))
  expect(node.childCount).toBe(1)
  expect(readDocument(node)).toEqual({ type: 'doc', content: [] })
})

test('a picture that is still being uploaded is not in the document, an uploaded one is', () => {
  const node = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'image', attrs: { src: '', alt: 'Карта', upload: 'u1' } }] })
  expect(readDocument(node).content).toEqual([])
  expect(readDocument(node, () => ({ src: 'media:m1', width: 3, height: 2 })).content).toEqual([
    { type: 'image', attrs: { src: 'media:m1', alt: 'Карта', width: 3, height: 2 } },
  ])
})
