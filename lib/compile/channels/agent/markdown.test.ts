import fc from 'fast-check'
import type { Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import { compileChannel } from '../../compile-channel.ts'
import { type Run, styles } from '../../resolve/resolved.ts'
import { testResolution, testSource } from '../../test-source.ts'
import type { RenditionOf } from '../../types.ts'
import { markdownRuns } from './markdown-runs.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

function parse(markdown: string): Root {
  return parser.parse(markdown) as Root
}

function textOf(node: Root | RootContent): string {
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

function types(node: Root | RootContent, found: Set<string> = new Set()): Set<string> {
  found.add(node.type)
  if ('children' in node) for (const child of node.children) types(child, found)
  return found
}

function urls(node: Root | RootContent): string[] {
  const own = node.type === 'link' || node.type === 'image' ? [node.url] : []
  return 'children' in node ? [...own, ...node.children.flatMap(urls)] : own
}

const context = { publicUrl: 'https://help.example', locale: 'ru' }
const word = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<b>',
    '&amp;',
    '&',
    '#',
    '# x',
    '- x',
    '+',
    '1. a',
    '2)',
    '|',
    '\\',
    '>',
    '=',
    '---',
    '!',
    '![a](b)',
  ],
  ...['слово', 'a', ' ', '1', '.', ':', '«', '»', 'https://a.example/x_y_', 'snake_case_name', '*100#', '[^1]', '<!-- -->', '😀', '—'],
)
const run = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 5 }),
    fc.constantFrom(0, 0, 0, styles.bold, styles.italic, styles.strike, styles.bold | styles.italic, styles.code, styles.underline),
  )
  .map(([words, style]): Run => ({ type: 'text', text: words.join(''), style, link: null }))

test('any inline text is read back as the same text in one paragraph', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), runs => {
      const expected = runs
        .map(each => (each.type === 'hardBreak' ? '\n' : each.text))
        .join('')
        .replace(/\s+/g, '')
      fc.pre(expected !== '')
      const root = parse(markdownRuns(runs, context))
      expect(root.children.map(each => each.type)).toEqual(['paragraph'])
      expect(textOf(root).replace(/\s+/g, '')).toBe(expected)
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) },
  )
})

test('marks that Markdown can write are read back', () => {
  const bold: Run = { type: 'text', text: 'Важно: ', style: styles.bold, link: null }
  const rest: Run = { type: 'text', text: 'до 5 %', style: 0, link: null }
  expect(markdownRuns([bold, rest], context)).toBe('**Важно:** до 5 %')
})

test('generated articles hold no HTML and no address that runs code, and keep their cells', () => {
  const pools = {
    facts: ['fee.transfer', 'phone', 'site'],
    snippets: ['support-contacts'],
    articles: ['card-limits'],
    media: ['m1'],
    channels: ['agent'],
  }
  fc.assert(
    fc.property(arbitraryDocument(pools), document => {
      const { rendition } = compileChannel(testSource(document), testResolution(), 'agent')
      const { markdown } = (rendition as RenditionOf<'agent'>).content
      const withoutBreaks = markdown.replaceAll('<br>', ' ')
      const found = types(parse(withoutBreaks))
      expect([...found]).not.toContain('html')
      for (const url of urls(parse(markdown))) expect(url).toMatch(/^(https?:\/\/|mailto:|tel:)/)
      expect(markdown.startsWith('# Комиссия за перевод\n')).toBe(true)
      expect(markdown.endsWith('<https://help.example/ru/articles/transfer-fee>\n')).toBe(true)
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  )
})
