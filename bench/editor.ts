import { spawn } from 'node:child_process'
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
import { mainThreadTime } from './main-thread.ts'

const adminKey = 'bench-only-key-0123456789-abcdefghijklm'
/** Keys that are measured, after as many to warm up as a tenth of them. */
const keys = 200

/**
 * The studio's edit page in Chromium, against a built app (`next build`): what a key costs in an article of 100 KB of Markdown (scripts, style and layout, from
 * the key until nothing of it is left to do), beside the same in one of 1 KB
 * and beside a bare Tiptap editor with the same text; and the JavaScript that the page loads. `CHROMIUM` names the browser.
 */
export async function benchEditor(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istok-bench-editor-'))
  const server = await startServer(folder)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })
  try {
    const page = await signedIn(browser, server.address)
    const small = await measureKeys(page, server.address, await putArticle(server.address, 'bench-small', 1))
    const { weight, ...large } = await measureKeys(page, server.address, await putArticle(server.address, 'bench-large', 100))
    const busy = (await mainThreadTime(browser, page, () => typeKeys(page))) / keys
    const bare = await measureBare(browser, parseMarkdown(textOf(100)).document)
    return [
      { label: 'a key in 1 KB, median', value: time(quantile(small.times, 0.5)) },
      { label: 'a key in 100 KB, median', value: time(quantile(large.times, 0.5)), aim: '≤ 16 ms' },
      { label: 'a key in 100 KB, 95 of 100', value: time(quantile(large.times, 0.95)), aim: '≤ 16 ms' },
      { label: 'a key in 100 KB, longest', value: time(Math.max(...large.times)) },
      { label: '100 KB to 1 KB', value: `${(quantile(large.times, 0.5) / quantile(small.times, 0.5)).toFixed(1)} ×` },
      { label: 'main thread for a key in 100 KB, by trace', value: time(busy), aim: '≤ 16 ms' },
      { label: 'the same in a bare Tiptap editor', value: time(bare) },
      { label: 'page to bare editor', value: `${(busy / bare).toFixed(1)} ×` },
      { label: 'JavaScript of the page, gzip', value: `${Math.round(weight / 1024)} KB`, aim: '≤ 450 KB' },
    ]
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startServer(folder: string): Promise<{ address: string; stop(): Promise<void> }> {
  const variables = { ISTOK_DATA_DIR: folder, ISTOK_ADMIN_KEY: adminKey, PORT: '0', LOG_LEVEL: 'info', ISTOK_RATE_LIMIT: '0' }
  const child = spawn(process.execPath, ['server.ts'], {
    env: { ...process.env, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>(resolve => {
    let output = ''
    child.stdout.on('data', chunk => {
      if (output.length < 10_000) output += chunk
      const found = /\((http:[^,]+),/.exec(output)?.[1]
      if (found) resolve(found)
    })
  })
  return {
    address,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
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

async function measureKeys(page: Page, address: string, id: string): Promise<{ times: number[]; weight: number }> {
  const scripts: Promise<number>[] = []
  const weigh = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body().then(body => gzipSync(body).length))
  }
  page.on('response', weigh)
  await page.goto(`${address}/studio/articles/${id}/edit?locale=ru`, { waitUntil: 'networkidle' })
  page.off('response', weigh)
  const weight = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)
  const paragraphs = page.locator('.document-text p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
  await page.evaluate(watchKeys)
  for (let key = 0; key < keys * 1.1; key++) await page.keyboard.press('a', { delay: 20 })
  const times = await page.evaluate(() => Reflect.get(window, 'keyTimes') as number[])
  return { times: times.slice(-keys), weight }
}

async function typeKeys(page: Page): Promise<void> {
  for (let key = 0; key < keys; key++) await page.keyboard.press('a', { delay: 20 })
}

/** Milliseconds of the main thread for a key in Tiptap and nothing else. */
async function measureBare(browser: Browser, document: Document): Promise<number> {
  const server = await serveBareEditor(document)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    await page.goto(server.address)
    await page.locator('body[data-ready]').waitFor()
    const paragraphs = page.locator('.ProseMirror p, .tiptap p')
    await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
    await typeKeys(page)
    return (await mainThreadTime(browser, page, () => typeKeys(page))) / keys
  } finally {
    await page.close()
    await server.stop()
  }
}

/** From the key until the message that was sent then comes, that is after every script of it; then until its layout is done. */
function watchKeys(): void {
  const times: number[] = []
  Reflect.set(window, 'keyTimes', times)
  const channel = new MessageChannel()
  let started = 0
  channel.port1.onmessage = () => {
    document.body.getBoundingClientRect()
    times.push(performance.now() - started)
  }
  window.addEventListener(
    'keydown',
    () => {
      started = performance.now()
      channel.port2.postMessage(null)
    },
    true,
  )
}
