import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllowedHref, normaliseHref } from './link.ts'

const payloads = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u0000script:alert(1)',
  'java\u200Bscript:alert(1)',
  'javascript\u200D:alert(1)',
  '\uFEFFjavascript:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript:alert(1)',
  '&Tab;javascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '%6Aavascript:alert(1)',
  'javascript%3Aalert(1)',
  'https:javascript:alert(1)',
  'https:/evil.example',
  'http:evil.example',
  'https://javascript:alert(1)',
  'https://',
  'https:///evil.example',
  'https://good.example\\@evil.example',
  'https://user:password@evil.example/',
  'https://user@evil.example/',
  'https&colon;//evil.example',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  '/relative',
  '#fragment',
  '?query',
  '',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://x/1',
  'cid:1',
  'xmpp:a@b.example',
  'view-source:https://x.example',
  'feed:javascript:alert(1)',
  'article:',
  'article:../x',
  'article:a b',
  'article:javascript:alert(1)',
  'tel:javascript:alert(1)',
  'mailto:a@b.example%0ABcc:c@d.example',
  'mailto:a@b.example?bcc=c@d.example',
  'mailto:javascript:alert(1)',
  'https://x.example/\u202Egnp.exe',
  `https://x.example/${'a'.repeat(3000)}`,
]

test.each(payloads)('the address %j is refused', payload => {
  expect(isAllowedHref(payload)).toBe(false)
})

test.each([
  ['https://example.com', 'https://example.com/'],
  [' HTTPS://Example.COM/A?b=c#d ', 'https://example.com/A?b=c#d'],
  ['http://example.com/путь', 'http://example.com/%D0%BF%D1%83%D1%82%D1%8C'],
  ['mailto:help@example.com', 'mailto:help@example.com'],
  ['mailto:help@example.com?subject=Hi%20there', 'mailto:help@example.com?subject=Hi%20there'],
  ['tel:+7 (800) 555-35-35', 'tel:+78005553535'],
  ['tel:900', 'tel:900'],
  ['article:transfer-fees', 'article:transfer-fees'],
  ['article:01J8ZQ4X9Y', 'article:01J8ZQ4X9Y'],
])('the address %j is stored as %j', (href, stored) => {
  expect(normaliseHref(href)).toBe(stored)
})

test('an allowed address begins with an allowed scheme, holds nothing that HTML could misread, and is stable', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'http://',
      'https://',
      'javascript:',
      'article:',
      'mailto:',
      'tel:',
      '&#106;',
      '%0a',
      '\\',
      '@',
      ':',
      '//',
      'a.example',
      '\t',
      '"',
      '<',
      '|',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
      const stored = normaliseHref(pieces.join(''))
      if (stored === null) return
      expect(stored).toMatch(/^(https?:\/\/[^/@]+(\/|$)|mailto:|tel:|article:)/)
      expect(stored).not.toMatch(/[\s"<>\\`]/)
      expect(normaliseHref(stored)).toBe(stored)
    }),
    { numRuns: 3000 },
  )
})
