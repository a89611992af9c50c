import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDocument } from './canonical-document.ts'
import { arbitraryDocument } from './document.arbitrary.ts'
import { documentInputSchema, parseDocument, parseInlines } from './parse-document.ts'
import type { Document } from './types.ts'

const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }
const cell = (attrs?: object) => ({ type: 'tableCell', ...(attrs && { attrs }), content: [paragraph] })
const table = (...rows: object[][]) => ({ type: 'table', content: rows.map(content => ({ type: 'tableRow', content })) })
const errors = (...content: unknown[]): string[] => {
  const result = parseDocument({ type: 'doc', content })
  return result.ok ? [] : result.errors.map(({ pointer, message }) => `${pointer}: ${message}`)
}

function nested(depth: number): unknown {
  let node: unknown = paragraph
  for (let level = 0; level < depth; level++) node = { type: 'quote', content: [node] }
  return { type: 'doc', content: [node] }
}

test('input that is too deep, too large or too long is refused before anything recursive sees it', () => {
  expect(parseDocument(nested(61)).ok).toBe(true)
  expect(parseDocument(nested(62))).toMatchObject({ ok: false, errors: [{ message: 'nested deeper than 64 levels' }] })
  expect(parseDocument(nested(10_000))).toMatchObject({ ok: false, errors: [{ message: 'nested deeper than 64 levels' }] })
  expect(parseDocument(JSON.parse(`${'{"content":['.repeat(100_000)}${']}'.repeat(100_000)}`)).ok).toBe(false)
  expect(parseDocument(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).ok).toBe(false)
  expect(errors(...Array.from({ length: 10_001 }, () => paragraph))).toEqual(['/content/9999/content/0: more than 20000 nodes'])
  expect(errors({ type: 'paragraph', content: [{ type: 'text', text: 'я'.repeat(500_000) }] })).toEqual([
    '/content/0/content/0: more than 500000 bytes of text',
  ])
  expect(errors({ type: 'details', attrs: { summary: 'x'.repeat(1_000_000) }, content: [paragraph] })).toEqual([
    '/content/0: more than 500000 bytes of text',
  ])
})

test('nodes, marks and attributes that are not listed are refused with their place', () => {
  expect(errors({ type: 'iframe', attrs: { src: 'x' } })).toEqual(['/content/0/type: this node or mark is not allowed here'])
  expect(errors(paragraph, { ...paragraph, attrs: { style: 'x' } })).toEqual(['/content/1/attrs: unknown key "style"'])
  expect(errors({ ...paragraph, onclick: 'x' })).toEqual(['/content/0: unknown key "onclick"'])
  expect(errors({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'highlight' }] }] })).toHaveLength(1)
  expect(
    errors({
      type: 'paragraph',
      content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'https://a.example', target: '_top' } }] }],
    }),
  ).toEqual(['/content/0/content/0/marks/0/attrs: unknown key "target"'])
  expect(errors({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'bold' }] }] })[0]).toMatch(
    /only once/,
  )
  expect(errors(JSON.parse('{"type":"divider","__proto__":{"x":1}}'))).toEqual(['/content/0: unknown key "__proto__"'])
  expect(errors(JSON.parse('{"type":"image","attrs":{"src":"media:a","alt":"","__proto__":{"x":1}}}'))).not.toEqual([])
  for (const input of [null, undefined, 1, 'doc', [], {}, { type: 'doc' }, { type: 'doc', content: {} }])
    expect(parseDocument(input).ok).toBe(false)
})

test('children stand only where they may', () => {
  expect(errors({ type: 'bulletList', content: [] })[0]).toMatch(/a list needs an item/)
  expect(errors({ type: 'bulletList', content: [paragraph] })).not.toEqual([])
  expect(errors({ type: 'bulletList', content: [{ type: 'listItem', content: [] }] })[0]).toMatch(/needs a block/)
  expect(errors({ type: 'steps', content: [{ type: 'listItem', content: [paragraph] }] })).not.toEqual([])
  expect(errors({ type: 'heading', attrs: { level: 2 }, content: [paragraph] })).not.toEqual([])
  expect(errors({ type: 'heading', attrs: { level: 1 } })[0]).toMatch(/level 2, 3 or 4/)
  expect(errors({ type: 'codeBlock', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }] }] })).not.toEqual([])
  expect(errors({ type: 'text', text: 'a' })).not.toEqual([])
  expect(errors({ type: 'paragraph', content: [{ type: 'text', text: '' }] })[0]).toMatch(/must not be empty/)
  expect(errors({ type: 'image', attrs: { src: 'https://a.example/x.png', alt: '' } })[0]).toMatch(/media:\{id\}/)
  const inner = { type: 'only', attrs: { audience: 'internal' }, content: [paragraph] }
  expect(errors({ type: 'only', attrs: { channels: ['ivr'] }, content: [{ type: 'quote', content: [inner] }] })).toEqual([
    '/content/0/content/0/content/0: "only" must not stand inside "only"',
  ])
  expect(errors({ type: 'only', attrs: { channels: ['ivr'], audience: 'internal' }, content: [paragraph] })[0]).toMatch(/exactly one of/)
  expect(errors({ type: 'only', attrs: { channels: [] }, content: [paragraph] })[0]).toMatch(/one channel at least/)
})

test('tables are rectangular, spans included, with headers in the first row', () => {
  expect(errors(table([cell(), cell()], [cell({ colspan: 2 })]))).toEqual([])
  expect(errors(table([cell({ rowspan: 2 }), cell()], [cell()]))).toEqual([])
  expect(errors(table([cell({ rowspan: 2, colspan: 2 }), cell()], [cell()]))).toEqual([])
  expect(errors(table([cell({ rowspan: 2 }), cell({ rowspan: 2 })], []))).toEqual([])
  expect(errors(table([cell(), cell()], [cell()]))[0]).toMatch(/^\/content\/0\/content\/1: the table is not rectangular/)
  expect(errors(table([cell()], [cell(), cell()]))[0]).toMatch(/not rectangular/)
  expect(errors(table([cell(), cell({ rowspan: 2 })], [cell({ colspan: 2 })]))[0]).toMatch(/not rectangular/)
  expect(errors(table([cell({ rowspan: 3 })], [cell()]))[0]).toMatch(/more rows/)
  expect(errors(table([cell({ colspan: 100 }), cell({ colspan: 100 })]))[0]).toMatch(/1 to 100 columns/)
  expect(errors(table([]))[0]).toMatch(/1 to 100 columns/)
  expect(errors(table([cell()], [{ ...cell(), type: 'tableHeader' }]))[0]).toMatch(/first row only/)
})

test("a snippet's document holds no snippet", () => {
  const document = { type: 'doc', content: [{ type: 'quote', content: [{ type: 'snippet', attrs: { key: 'a' } }] }] }
  expect(parseDocument(document).ok).toBe(true)
  expect(parseDocument(document, { snippet: true })).toMatchObject({
    ok: false,
    errors: [{ pointer: '/content/0/content/0', message: 'a snippet must not hold a snippet' }],
  })
})

test('equal documents have equal JSON: the editor leaves null attributes, split texts and marks in any order', () => {
  const parsed = parseDocument({
    content: [
      { type: 'paragraph' },
      {
        content: [
          { text: '  a\t', type: 'text', marks: [{ type: 'italic', attrs: null }, { type: 'bold' }] },
          { marks: [{ type: 'bold' }, { type: 'italic' }], type: 'text', text: 'b\u0000' },
          { type: 'text', text: ' ' },
          { type: 'hardBreak' },
        ],
        type: 'paragraph',
      },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: ' ' }] },
      { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      {
        type: 'codeBlock',
        attrs: { language: null },
        content: [
          { type: 'text', text: 'a\r\n' },
          { type: 'text', text: 'b' },
        ],
      },
      { type: 'paragraph', content: [{ type: 'fact', attrs: { key: 'a', case: null, form: null }, marks: [{ type: 'code' }] }] },
    ],
    type: 'doc',
  })
  expect(JSON.stringify(parsed)).toBe(
    JSON.stringify({
      ok: true,
      document: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'a b', marks: [{ type: 'bold' }, { type: 'italic' }] }] },
          { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
          { type: 'codeBlock', content: [{ type: 'text', text: 'a\nb' }] },
          { type: 'paragraph', content: [{ type: 'fact', attrs: { key: 'a' } }] },
        ],
      },
    }),
  )
})

test('the canonical form of a canonical document is itself', () => {
  fc.assert(
    fc.property(arbitraryDocument(), document => {
      const again = parseDocument(structuredClone(document))
      expect(JSON.stringify(again)).toBe(JSON.stringify({ ok: true, document }))
      expect(canonicalDocument(document)).toEqual(document)
    }),
    { numRuns: 300 },
  )
})

test('any JSON is answered, never thrown at', () => {
  const node: fc.Arbitrary<unknown> = fc.letrec(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue(),
      fc.record(
        {
          type: fc.constantFrom('doc', 'paragraph', 'text', 'table', 'tableRow', 'tableCell', 'only', 'quote', 'steps', 'snippet'),
          attrs: fc.jsonValue(),
          marks: fc.jsonValue(),
          text: fc.jsonValue(),
          content: fc.array(tie('node')),
        },
        { requiredKeys: ['type'] },
      ),
    ),
  })).node
  fc.assert(
    fc.property(fc.array(node), content => void parseDocument({ type: 'doc', content } as unknown as Document)),
    { numRuns: 1000 },
  )
})

test('inline content is checked by the same rules', () => {
  expect(
    parseInlines([
      { type: 'text', text: ' a' },
      { type: 'fact', attrs: { key: 'fee' } },
    ]),
  ).toEqual({
    ok: true,
    inlines: [
      { type: 'text', text: 'a' },
      { type: 'fact', attrs: { key: 'fee' } },
    ],
  })
  expect(parseInlines([{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }])).toMatchObject({
    ok: false,
    errors: [{ pointer: '/0/marks/0/attrs/href' }],
  })
  expect(parseInlines([paragraph]).ok).toBe(false)
  expect(parseInlines('text').ok).toBe(false)
})

test('beside a route the same errors stand at the same places', () => {
  const issues = documentInputSchema.safeParse({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }).error?.issues
  expect(issues?.[0]).toMatchObject({ path: ['content', 0, 'attrs', 'level'], message: 'headings have level 2, 3 or 4' })
})
