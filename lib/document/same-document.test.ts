import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDocument } from './canonical-document.ts'
import { arbitraryDocument } from './document.arbitrary.ts'
import { sameDocument } from './same-document.ts'
import type { Block, Document } from './types.ts'

const spelled = (document: Document) => JSON.stringify(canonicalDocument(document))
const empty: Block = { type: 'paragraph' }

test('documents are the same exactly when their canonical JSON is', () => {
  const documents = fc.tuple(arbitraryDocument(), arbitraryDocument(), fc.nat(), fc.boolean())
  fc.assert(
    fc.property(documents, ([one, other, place, isShared]) => {
      expect(sameDocument(one, other)).toBe(spelled(one) === spelled(other))
      const copy = isShared ? one.content : structuredClone(one.content)
      const at = place % (one.content.length + 1)
      expect(sameDocument(one, { type: 'doc', content: copy.toSpliced(at, 0, empty) })).toBe(true)
      const mixed: Document = { type: 'doc', content: copy.toSpliced(at, 1, ...other.content.slice(0, 1)) }
      expect(sameDocument(one, mixed)).toBe(spelled(one) === spelled(mixed))
      expect(sameDocument(mixed, one)).toBe(spelled(one) === spelled(mixed))
    }),
    { numRuns: 300 },
  )
})
