import { HtmlValidate } from 'html-validate'
import { XmlDocument } from 'libxml2-wasm'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { acceptMax, acceptTelegram, acceptTelegramRich, acceptVk, acceptWhatsapp } from '#lib/compile/channels/chatbot/check-requests.ts'
import type { Istok } from '../istok.ts'
import { openLastingTestIstok } from '../test-istok.ts'
import { buildApp, openWire } from './app.ts'
import { bodyOf, type PlantedPayloads, plantPayloads } from './plant-payloads.fixture.ts'
import { faultsInPage, isHarmless } from './read-page.fixture.ts'
import type { Api } from './wire.ts'
import { markdowns, scriptAddresses, texts } from './xss-payloads.fixture.ts'

let istok: Istok
let app: Api
let key: string
let planted: PlantedPayloads
let remove: () => void

beforeAll(async () => {
  const opened = openLastingTestIstok({ ISTOK_RATE_LIMIT: '0' })
  istok = opened.istok
  remove = opened.remove
  app = buildApp(openWire(istok))
  key = (await createKey(istok, system, { name: 'xss', scopes: ['read', 'read:internal', 'write', 'publish'], channel: null })).key
  await new Promise(resolve => setImmediate(resolve))
  planted = await plantPayloads((method, path, body) => {
    const { headers, ...init } = bodyOf(body)
    return ask(`/api/v1${path}`, { method, ...init, headers: { ...headers, Authorization: `Bearer ${key}` } })
  })
}, 120_000)
afterAll(() => remove?.())

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return app.request(`http://localhost${path}`, init)
}

/** The stored rendition; null where the article is not in the channel or has nothing live. */
async function read<T>(channel: string, slug: string, profile?: string): Promise<T | null> {
  const query = profile === undefined ? '' : `?profile=${profile}`
  const response = await ask(`/api/v1/channels/${channel}/answers/${slug}${query}`, { headers: { Authorization: `Bearer ${key}` } })
  expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  return response.ok ? ((await response.json()) as { content: T }).content : null
}

test('every payload is refused with its place named, or taken', () => {
  expect(texts.length + markdowns.length + scriptAddresses.length).toBeGreaterThanOrEqual(60)
  expect(planted.faults).toEqual([])
  expect(planted.taken).toBeGreaterThan(texts.length * 6)
  expect(planted.refused).toBeGreaterThan(texts.length * 2 + scriptAddresses.length * 2)
})

test('HTML of site and operators has nothing that runs, and is read the same by every browser', async () => {
  for (const slug of planted.slugs) {
    const website = await read<{ html: string }>('website', slug)
    const operator = await read<{ html: string; copy: { html: string } }>('operator', slug)
    for (const html of [website?.html, operator?.html, operator?.copy.html]) expect(faultsInPage(html ?? ''), slug).toEqual([])
    expect(website?.html ?? '', slug).not.toBe('')
  }
})

test('pages of the site are strict HTML with our own scripts only', { timeout: 120_000 }, async () => {
  const rules = {
    'close-order': 'error',
    'no-dup-attr': 'error',
    'no-raw-characters': 'error',
    'no-inline-style': 'error',
    'attr-quotes': 'error',
  } as const
  const validator = new HtmlValidate({ root: true, rules })
  const lists = ['/ru/', '/en/', '/ru/articles', '/ru/articles?page=2', ...planted.categories.map(slug => `/ru/categories/${slug}`)]
  for (const path of [...lists, ...planted.slugs.map(slug => `/ru/articles/${slug}`)]) {
    const response = await ask(path)
    expect(response.headers.get('content-security-policy'), path).toMatch(/script-src 'self'(?!.*unsafe-inline)/)
    const page = await response.text()
    expect(faultsInPage(page), path).toEqual([])
    if (!/text-\d*[05]$/.test(path)) continue
    const { results } = await validator.validateString(page)
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${path} ${ruleId} ${message}`))).toEqual([])
  }
})

test('every messenger takes every message', async () => {
  const servers = {
    'telegram.html': acceptTelegram,
    'telegram.rich': acceptTelegramRich,
    'max.html': acceptMax,
    'vk.plain': acceptVk,
    whatsapp: acceptWhatsapp,
  }
  for (const slug of planted.slugs) {
    for (const [profile, accept] of Object.entries(servers)) {
      const content = await read<{ messages: { method: string; body: Record<string, unknown> }[] }>('chatbot', slug, profile)
      for (const message of content?.messages ?? []) {
        accept(message)
        expect(
          addressesIn(message).filter(address => !isHarmless(address)),
          `${slug} ${profile}`,
        ).toEqual([])
      }
    }
    const neutral = await read('chatbot', slug)
    expect(
      addressesIn(neutral).filter(address => !isHarmless(address)),
      slug,
    ).toEqual([])
  }
})

/** The values of everything that is an address by its name. */
function addressesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn)
  if (typeof value !== 'object' || value === null) return []
  const { kind, target, ...rest } = value as Record<string, unknown>
  const own = kind === 'url' && typeof target === 'string' ? [target] : []
  return [
    ...own,
    ...Object.entries(rest).flatMap(([name, member]) => (name === 'url' && typeof member === 'string' ? [member] : addressesIn(member))),
  ]
}

test('speech is well-formed XML without sounds and addresses', async () => {
  for (const slug of planted.slugs) {
    for (const profile of ['ssml', 'ssml.yandex', 'ssml.salute']) {
      const { body } = (await read<{ body: string }>('ivr', slug, profile)) ?? { body: '<speak/>' }
      XmlDocument.fromString(body).dispose()
      expect(body.replaceAll(/<\/?(?:speak|p|s)>|<break time="\d+ms"\/>|<sub alias="[^"<]*">|<\/sub>/g, ''), slug).not.toMatch(/</)
    }
  }
})

interface MarkdownNode {
  type: string
  url?: string
  value?: string
  children?: MarkdownNode[]
}
const markdown = unified().use(remarkParse).use(remarkGfm)

test('Markdown for agents holds no HTML and links to nothing that runs', async () => {
  const harmful = ({ type, url, value, children = [] }: MarkdownNode): string[] => [
    ...(type === 'html' && value !== '<br>' ? [`html ${value}`] : []),
    ...(url !== undefined && !isHarmless(url) ? [url] : []),
    ...children.flatMap(harmful),
  ]
  for (const slug of planted.slugs) {
    const content = await read<{ markdown: string }>('agent', slug)
    expect(harmful(markdown.parse(content?.markdown ?? '') as MarkdownNode), slug).toEqual([])
  }
  for (const path of ['/llms.txt', '/ru/llms.txt', '/ru/index.html.md', ...planted.categories.map(slug => `/ru/categories/${slug}.md`)]) {
    const response = await ask(path)
    expect(response.headers.get('content-type'), path).toMatch(/^text\/(plain|markdown); charset=utf-8$/)
    expect(harmful(markdown.parse(await response.text()) as MarkdownNode), path).toEqual([])
  }
})

test('feeds and sitemap are well-formed XML', async () => {
  for (const path of ['/ru/feed.xml', '/en/feed.xml', '/sitemap.xml']) {
    const document = XmlDocument.fromString(await (await ask(path)).text())
    const links = document.root.find('//*[local-name()="link" or local-name()="loc"]').map(node => node.content)
    expect(
      links.filter(link => link !== '' && !isHarmless(link)),
      path,
    ).toEqual([])
    document.dispose()
  }
})

test('addresses with payloads in them are answered without them', async () => {
  for (const payload of texts) {
    const encoded = encodeURIComponent(payload.toWellFormed())
    for (const path of [
      `/${encoded}`,
      `/ru/articles/${encoded}`,
      `/ru/categories/${encoded}`,
      `/ru/articles?page=${encoded}`,
      `/ru/articles/text-0?feedback=${encoded}`,
    ]) {
      const response = await ask(path)
      expect(response.status, path).toBeLessThan(500)
      expect(faultsInPage(await response.text()), path).toEqual([])
    }
    for (const path of [
      `/api/v1/channels/${encoded}/answers/x`,
      `/api/v1/channels/website/answers/${encoded}`,
      `/api/v1/${encoded}`,
      `/media/${encoded}`,
    ]) {
      const response = await ask(path)
      expect(response.status, path).toBe(404)
      expect(response.headers.get('content-type'), path).toBe('application/problem+json; charset=utf-8')
    }
  }
})

test('pictures are sent as pictures, whatever their names were', async () => {
  const { items } = (await (await ask('/api/v1/media', { headers: { Authorization: `Bearer ${key}` } })).json()) as {
    items: { url: string; fileName: string }[]
  }
  expect(items.length).toBeGreaterThan(3)
  for (const { url, fileName } of items) {
    expect(fileName).not.toMatch(/[/\\<>"\p{Cc}]/u)
    const response = await ask(url, { headers: { Authorization: `Bearer ${key}` } })
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    await response.arrayBuffer()
  }
})
