import { readdirSync, readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { readHtml } from '#lib/markup/read-html.ts'
import { treeOfDom } from './tree-of-dom.ts'

const fixtures = new URL('../../../lib/markup/fixtures/', import.meta.url)
const names = readdirSync(fixtures)
  .filter(name => name.endsWith('.html'))
  .map(name => name.slice(0, -'.html'.length))

test.each(names)('%s reads in the browser as it does on the server', name => {
  const { document } = new Window()
  document.body.innerHTML = readFileSync(new URL(`${name}.html`, fixtures), 'utf8')
  let stored = 0
  const picture = (address: string) => (address.startsWith('data:') ? `media:m${++stored}` : null)
  const read = readHtml(treeOfDom(document.body as unknown as Element), { picture })
  expect(serializeMarkdown(read.document)).toBe(readFileSync(new URL(`${name}.md`, fixtures), 'utf8'))
})
