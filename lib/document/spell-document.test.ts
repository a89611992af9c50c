import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDocument } from './canonical-document.ts'
import { arbitraryDocument } from './document.arbitrary.ts'
import { spellDocument } from './spell-document.ts'

test('a document is spelled as the JSON of its canonical form, again and again', () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const json = JSON.stringify(canonicalDocument(document))
      expect(spellDocument(document)).toBe(json)
      expect(spellDocument(document)).toBe(json)
    }),
  )
})

test('empty paragraphs are left out', () => {
  expect(spellDocument({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'divider' }, { type: 'paragraph' }] })).toBe(
    '{"type":"doc","content":[{"type":"divider"}]}',
  )
})
