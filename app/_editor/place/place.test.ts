import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import { walkDocument } from '#lib/document/walk.ts'
import { documentNodes } from '../schema/document-nodes.ts'
import { contentOf } from '../schema/read-document.ts'
import { pathOfPosition } from './path-of-position.ts'
import { positionOfPath } from './position-of-path.ts'

const schema = getSchema(documentNodes)
const inlineTypes = new Set(['text', 'hardBreak', 'fact'])

test('every path of a document leads to the node of that type in the editor', () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const doc = schema.nodeFromJSON(contentOf(document))
      walkDocument(document, (node, path) => {
        const place = positionOfPath(doc, path)
        expect(place?.node.type.name, path).toBe(node.type)
        if (place) expect(doc.nodeAt(place.from)).toBe(place.node)
        return undefined
      })
    }),
    { numRuns: 150 },
  )
})

test('the position of a block leads back to its path', () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const doc = schema.nodeFromJSON(contentOf(document))
      walkDocument(document, (node, path) => {
        if (inlineTypes.has(node.type)) return 'skip'
        const place = positionOfPath(doc, path)
        const isLeaf = place?.node.isTextblock || place?.node.isLeaf
        if (place && isLeaf) expect(pathOfPosition(doc, place.from)).toBe(path)
        return undefined
      })
    }),
    { numRuns: 150 },
  )
})

const paragraph = (text: string) => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) })

test('empty paragraphs of the editor do not count, because the document does not keep them', () => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph(''), paragraph('Один'), paragraph('  '), paragraph('Два')] })
  expect(positionOfPath(doc, '/content/1')?.node.textContent).toBe('Два')
  expect(pathOfPosition(doc, positionOfPath(doc, '/content/1')?.from ?? 0)).toBe('/content/1')
  expect(pathOfPosition(doc, 0)).toBe('')
})

test('a path to elsewhere or to a block that is gone leads nowhere', () => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph('Один')] })
  expect(positionOfPath(doc, '/title')).toBeNull()
  expect(positionOfPath(doc, '/content/7')).toBeNull()
  expect(positionOfPath(doc, '/content/0/content/9')?.node.textContent).toBe('Один')
})
