import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ElementContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { parseDocument } from '#lib/document/parse-document.ts'
import type { Document, Inline } from '#lib/document/types.ts'
import { walkDocument } from '#lib/document/walk.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { readHtml } from './read-html.ts'

const folder = new URL('./fixtures/', import.meta.url)
const names = readdirSync(folder)
  .filter(name => name.endsWith('.html'))
  .map(name => name.slice(0, -'.html'.length))
const source = (name: string) => readFileSync(new URL(`${name}.html`, folder), 'utf8')

/** Pictures that come with the text are stored, as the editor does; others are left out. */
function read(html: string) {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html)
  let stored = 0
  return readHtml(tree, { picture: address => (address.startsWith('data:') ? `media:m${++stored}` : null) })
}

const kinds: Record<string, string[]> = {
  heading: ['heading'],
  list: ['bulletList', 'orderedList'],
  item: ['listItem'],
  table: ['table'],
  row: ['tableRow'],
  cell: ['tableCell', 'tableHeader'],
  quote: ['quote'],
  callout: ['callout'],
  details: ['details'],
  code: ['codeBlock'],
  divider: ['divider'],
  image: ['image'],
}
const marks: Record<string, string> = { strong: 'bold', em: 'italic', link: 'link' }

function count(document: Document, kind: string): number {
  let found = 0
  walkDocument(document, node => {
    const mark = marks[kind]
    if (kinds[kind]?.includes(node.type)) found++
    if (mark && 'marks' in node && (node as Extract<Inline, { type: 'text' }>).marks?.some(({ type }) => type === mark)) found++
    return undefined
  })
  return found
}

/** What a reader sees in the page, counted by hand: the first line of a fixture. */
function counted(html: string): [kind: string, count: number][] {
  const [, text = ''] = /^<!-- counts: (.*?) -->/.exec(html) ?? []
  return text.split(' ').map(part => [part.split('=')[0] ?? '', Number(part.split('=')[1])])
}

test.each(names)('%s reads as written beside it', name => {
  const { document } = read(source(name))
  const expected = new URL(`${name}.md`, folder)
  const markdown = serializeMarkdown(document)
  if (process.env.UPDATE_GOLDENS) writeFileSync(expected, markdown)
  expect(markdown).toBe(readFileSync(expected, 'utf8'))
  expect(parseMarkdown(markdown).document).toEqual(document)
  expect(parseDocument(document)).toEqual({ ok: true, document })
})

test('at least 95 of 100 headings, lists, items, tables, rows, cells, links, boxes and emphases are kept, over all clipboards and nothing is added', () => {
  let seen = 0
  let kept = 0
  for (const name of names) {
    const html = source(name)
    const { document } = read(html)
    for (const [kind, expected] of counted(html)) {
      const found = count(document, kind)
      seen += Math.max(expected, found)
      kept += Math.min(expected, found)
    }
  }
  expect(names.length).toBeGreaterThanOrEqual(20)
  expect(seen).toBeGreaterThan(150)
  expect(kept / seen).toBeGreaterThanOrEqual(0.95)
})

test('no style, class, script or foreign markup is left in any document', () => {
  for (const name of names) {
    const text = JSON.stringify(read(source(name)).document)
    expect(text, name).not.toMatch(/mso|style=|class=|<\w|javascript:|onclick|alert\(|font-|OutlineElement|supportLists|\[if /i)
  }
})

test('pictures from elsewhere and links that lead nowhere good are named', () => {
  expect(read(source('web-images')).notes).toEqual([{ kind: 'picture', text: 'https://cdn.example/pic.png' }])
  expect(read(source('web-links-hostile')).notes.map(({ kind }) => kind)).toEqual(['link', 'link', 'link', 'link', 'embed'])
})

test('markup without end is read without end of the stack, and its text stays', () => {
  const nested = (names: string[]) => {
    let node: ElementContent = { type: 'text', value: 'текст' }
    for (let level = 0; level < 3000; level++)
      for (const tagName of names.toReversed()) node = { type: 'element', tagName, properties: {}, children: [node] }
    return readHtml({ type: 'root', children: [node] })
  }
  for (const names of [['div', 'b'], ['ul', 'li'], ['blockquote'], ['table', 'tr', 'td'], ['h2'], ['details']]) {
    const { document, notes } = nested(names)
    expect(JSON.stringify(document), names.join()).toContain('текст')
    expect(notes.some(({ kind }) => kind === 'depth')).toBe(true)
  }
})
