import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { storeMedia } from '#lib/authoring/store-media.ts'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import type { Document } from '#lib/document/types.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { setClock } from '../clock.ts'
import { paragraph, putDraft, putFact, putSnippet, text } from '../release/draft.fixture.ts'
import { openCanaries } from './canaries.fixture.ts'
import { plantCanaries } from './plant-canaries.fixture.ts'
import { smallPicture } from './small-picture.fixture.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

const everyone = [
  '/',
  '/ru/',
  '/ru/articles',
  '/ru/categories/open',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/ru/feed.xml',
  '/ru/index.html.md',
  '/ru/categories/open.md',
]
const perChannel = ['answers?limit=200', 'answers?tag=open-tag', 'answers?category=open', 'categories', 'changes?limit=200']
const readable = ['website', 'chatbot', 'ivr', 'agent']

test('what is internal changes no byte of what is public', async () => {
  setClock(() => Date.parse('2026-11-22T10:00:00+03:00'))
  onTestFinished(() => setClock())
  const property = fc.asyncProperty(fc.integer(), async seed => {
    const pools = { facts: ['open-fee'], snippets: ['open-note'], articles: ['article-0'], media: [], only: false, sound: true }
    const documents = fc.sample(arbitraryDocument(pools), { seed, numRuns: 40 })
    const [open, full] = await Promise.all([install(documents, false), install(documents, true)])
    expect(await readAll(full, documents.length)).toEqual(await readAll(open, documents.length))
  })
  await fc.assert(property, { numRuns: 4, endOnFailure: true })
})

/** The same public articles; `withInternal`: with internal blocks in them, and internal articles, drafts, categories and pictures beside them. */
async function install(documents: Document[], withInternal: boolean): Promise<TestWire> {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const { istok } = wire
  const canaries = openCanaries()
  const note: Document = { type: 'doc', content: [paragraph(text('Примечание.'))] }
  const media = (await storeMedia(istok, system, { bytes: smallPicture(7), fileName: 'inner.png' })).id
  const inner = withInternal
    ? [await putDraft(istok, { slug: 'inner', audience: 'internal', category: 'inner', tags: ['open-tag', 'inner'] })]
    : []
  await putFact(istok, 'open-fee', 'percent', null, '1.5')
  await putSnippet(istok, 'open-note', { ru: note })
  if (withInternal) await putSurroundings(wire)
  const hidden = { fact: 'inner', snippet: 'inner', article: 'inner', media }
  const articles: string[] = []
  for (const [index, document] of documents.entries()) {
    const blocks = (withInternal ? plantCanaries(document, canaries, hidden) : document).content
    articles.push(
      await putDraft(istok, { slug: `article-${index}`, title: `Статья ${index}`, tags: ['open-tag'], category: 'open', blocks }),
    )
  }
  const rest = { facts: ['open-fee'], snippets: ['open-note'], withdraw: [], note: '' }
  const internal = withInternal
    ? { articles: [...articles, ...inner], facts: ['open-fee', 'inner'], snippets: ['open-note', 'inner'] }
    : { articles }
  await publishRelease(istok, system, { ...rest, ...internal })
  return wire
}

async function putSurroundings({ istok }: TestWire): Promise<void> {
  const title = { ru: 'Внутреннее' }
  await createCategory(istok, system, { slug: 'inner-open', title, parent: null, position: 3 })
  await createCategory(istok, system, { slug: 'inner-child', title, parent: 'inner-open' })
  await putFact(istok, 'inner', 'number', null, '7')
  await putSnippet(istok, 'inner', { ru: { type: 'doc', content: [paragraph(text('Внутри.'))] } })
  await putDraft(istok, { slug: 'draft', category: 'open', tags: ['open-tag'] })
}

/** Status, body and headers of every public address; ids of articles and numbers of requests are drawn by lot and left out. */
async function readAll(wire: TestWire, count: number): Promise<Record<string, string>> {
  const key = await wire.makeKey(['read'])
  const seen: Record<string, string> = {}
  const read = async (path: string) => {
    const response = await wire.app.request(`http://localhost${path}`, { headers: { Authorization: `Bearer ${key}` } })
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id').map(line => line.join(': '))
    seen[path] = [response.status, ...headers, await response.text()]
      .join('\n')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replace(/"requestId":"[^"]*"/, '')
  }
  for (const path of everyone) await read(path)
  for (const channel of readable) {
    for (const list of perChannel) await read(`/api/v1/channels/${channel}/${list}`)
    for (let index = 0; index < count; index += 1) await read(`/api/v1/channels/${channel}/answers/article-${index}`)
  }
  for (let index = 0; index < count; index += 1) await read(`/ru/articles/article-${index}`)
  return seen
}
