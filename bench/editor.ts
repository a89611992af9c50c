import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { demoPassword, demoUsers } from '#lib/access/demo-users.ts'
import type { Document } from '#lib/document/types.ts'
import { parseArticleFile } from '#lib/markdown/article-file.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { serveBareEditor } from './bare-editor.ts'
import { type Figure, quantile, time } from './figures.ts'
import { type KeyCosts, keyCosts } from './key-costs.ts'
import { startServer } from './start-server.ts'

const adminKey = 'bench-only-key-0123456789-abcdefghijklm'
/** Keys that are measured in each series, after a tenth of them to warm up. */
const keys = 100
/** Milliseconds between two keys: one that is held down, and the pace of 80 words a minute, at which text is read, kept and drawn between keys. */
const paces = { held: 20, typed: 150 }

/**
 * The studio's edit page in Chromium, against a built app (`next build`): what a key costs the main thread in an article of 100 KB of Markdown (headings, lists,
 * tables, callouts, facts, snippets), beside the same in one of 1 KB and beside a bare Tiptap editor with the same text; how long the windows take to show what
 * was typed into one of 20 KB; and the JavaScript that the page loads. `CHROMIUM` names the browser.
 */
export async function benchEditor(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istok-bench-editor-'))
  const server = await startServer(folder, { ISTOK_ADMIN_KEY: adminKey })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })
  try {
    const page = await signedIn(browser, server.address)
    const open = async (slug: string, kilobytes: number) =>
      openArticle(page, server.address, await putArticle(server.address, slug, kilobytes))
    const weight = await open('bench-small', 1)
    const small = await measureKeys(browser, page, 'held')
    await open('bench-large', 100)
    const held = await measureKeys(browser, page, 'held')
    const typed = await measureKeys(browser, page, 'typed')
    await open('bench-medium', 20)
    const previews = await measurePreviews(page)
    const bare = await measureBare(browser, parseMarkdown(textOf(100)).document)
    const shown = (list: number[]) => `${time(quantile(list, 0.5))} / ${time(quantile(list, 0.95))}`
    const of = (name: string, { toFrame, processor }: KeyCosts) => ({
      label: `${name}, p50 / p95 (processor)`,
      value: `${shown(toFrame)} (${shown(processor)})`,
    })
    return [
      of('a key in 1 KB', small),
      { ...of('a key in 100 KB, held down', held), aim: '≤ 16 ms' },
      { ...of('a key in 100 KB, typed', typed), aim: '≤ 16 ms' },
      of('a key in 100 KB in a bare Tiptap editor, held down', bare),
      { label: '  all work by key: held / typed / bare', value: `${time(held.mean)} / ${time(typed.mean)} / ${time(bare.mean)}` },
      { label: '  of it layout and style', value: `${time(held.layout)} / ${time(typed.layout)} / ${time(bare.layout)}` },
      { label: 'page to bare editor, p50', value: `${(quantile(held.toFrame, 0.5) / quantile(bare.toFrame, 0.5)).toFixed(1)} ×` },
      {
        label: 'last key to all windows in 20 KB, p50 / p95',
        value: `${time(quantile(previews, 0.5))} / ${time(quantile(previews, 0.95))}`,
        aim: '≤ 300 ms',
      },
      { label: 'JavaScript of the page, gzip', value: `${Math.round(weight / 1024)} KB`, aim: '≤ 450 KB' },
    ]
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One of the demo's articles, with tables, steps, callouts, facts and a snippet in it, as often as it takes. */
function textOf(kilobytes: number): string {
  const file = new URL('../content/articles/ru/transfer-abroad.md', import.meta.url)
  const body = serializeMarkdown(parseArticleFile('transfer-abroad.md', readFileSync(file, 'utf8')).document)
  let markdown = ''
  while (Buffer.byteLength(markdown) < kilobytes * 1024) markdown += `${body}\n\n`
  return kilobytes === 1 ? markdown.slice(0, 600).replace(/\n[^\n]*$/, '\n') : markdown
}

async function putArticle(address: string, slug: string, kilobytes: number): Promise<string> {
  const send = async (method: string, path: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${adminKey}` }
    const reply = await fetch(`${address}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as { id: string }
  }
  const { id } = await send('POST', '/articles', { slug })
  await send('PUT', `/articles/${id}/translations/ru`, { title: slug, markdown: textOf(kilobytes) })
  return id
}

async function signedIn(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // Every page is weighed as for somebody who comes for the first time.
  await (await context.newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(`${address}/sign-in`)
  await page.locator('form[data-ready="true"]').waitFor()
  await page.locator('input[name="email"]').fill(demoUsers.find(({ kind }) => kind === 'editor')?.email ?? '')
  await page.locator('input[name="password"]').fill(demoPassword)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL('**/studio**')
  return page
}

/** Opens an article with the cursor in the middle of its text; bytes of the scripts that came with it. */
async function openArticle(page: Page, address: string, id: string): Promise<number> {
  const scripts: Promise<number>[] = []
  const weigh = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body().then(body => gzipSync(body).length))
  }
  page.on('response', weigh)
  await page.goto(`${address}/studio/articles/${id}/edit?locale=ru`, { waitUntil: 'networkidle' })
  page.off('response', weigh)
  const paragraphs = page.locator('.body-text .document-text > p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
  return (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)
}

async function measureKeys(browser: Browser, page: Page, pace: keyof typeof paces): Promise<KeyCosts> {
  await typeKeys(page, keys / 10, pace)
  return keyCosts(browser, page, keys, () => typeKeys(page, keys, pace))
}

async function typeKeys(page: Page, count: number, pace: keyof typeof paces): Promise<void> {
  for (let key = 0; key < count; key++) {
    await page.keyboard.press('a')
    await page.waitForTimeout(paces[pace])
  }
}

/** Milliseconds from the last of a few keys until the website, the operators' and the agents' window have what was typed and a frame with it was drawn. */
async function measurePreviews(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < 12; round++) {
    await page.waitForTimeout(300)
    const word = `слово${round}к`
    await page.evaluate(watchWindows, word)
    await page.keyboard.type(` ${word}`, { delay: 40 })
    times.push(await page.evaluate(() => Reflect.get(window, 'windowsShown') as Promise<number>))
  }
  return times.slice(2)
}

function watchWindows(word: string): void {
  let last = 0
  addEventListener('keydown', () => {
    last = performance.now()
  })
  const texts = () => [
    document.querySelector('.website-host')?.shadowRoot?.textContent,
    document.querySelector('.live-operator')?.textContent,
    document.querySelector('.live-agent')?.textContent,
  ]
  const shown = new Promise<number>(resolve => {
    const look = () => {
      if (!texts().every(text => text?.includes(word))) return void requestAnimationFrame(look)
      const painted = new MessageChannel()
      painted.port1.onmessage = () => resolve(performance.now() - last)
      painted.port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })
  Reflect.set(window, 'windowsShown', shown)
}

/** The same keys in Tiptap and nothing else. */
async function measureBare(browser: Browser, document: Document): Promise<KeyCosts> {
  const server = await serveBareEditor(document)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    await page.goto(server.address)
    await page.locator('body[data-ready]').waitFor()
    const paragraphs = page.locator('.tiptap > p')
    await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
    return await measureKeys(browser, page, 'held')
  } finally {
    await page.close()
    await server.stop()
  }
}
