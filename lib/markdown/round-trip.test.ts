import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument, arbitraryInlines } from '#lib/document/document.arbitrary.ts'
import { parseInlineMarkdown, parseMarkdown } from './parse-markdown.ts'
import { serializeInlineMarkdown, serializeMarkdown } from './serialize-markdown.ts'

test('any document comes back from its Markdown unchanged and without a warning', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const { document: read, warnings } = parseMarkdown(serializeMarkdown(document))
      expect(read).toEqual(document)
      expect(warnings).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('any inline content comes back from its Markdown unchanged', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(arbitraryInlines(), inlines => {
      expect(parseInlineMarkdown(serializeInlineMarkdown(inlines))).toEqual(inlines)
    }),
    { numRuns: 2000 },
  )
})
