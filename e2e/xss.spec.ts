import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type HostileServer, startHostileServer } from './hostile-server.ts'
import { layTripwire, provoke } from './tripwire.ts'

test.describe.configure({ mode: 'serial' })

let server: HostileServer

test.beforeAll(async () => {
  test.setTimeout(600_000)
  server = await startHostileServer()
  expect(server.planted.faults).toEqual([])
})
test.afterAll(() => server?.stop())

/** Pages at once. */
const tabs = 4

/** Opens every address, lets nothing run, and gives back what did. */
async function visit(context: BrowserContext, addresses: string[], settled: (page: Page) => Promise<void>): Promise<string[]> {
  const waiting = [...addresses]
  const faults: string[] = []
  const open = async () => {
    const page = await context.newPage()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const response = await page.goto(server.address + path, { waitUntil: 'load' })
      if (response?.status() !== (path.includes('%3C') ? 404 : 200)) faults.push(`${path} → ${response?.status()}`)
      await settled(page)
      for (const fault of await provoke(page)) faults.push(`${path} ${fault}`)
    }
    await page.close()
  }
  await Promise.all(Array.from({ length: tabs }, open))
  return faults
}

/** Galleries show every payload; the others show each kind of place for some of them (all are read strictly by the unit tests). */
function someSlugs(step: number): string[] {
  const { slugs } = server.planted
  return [
    ...slugs.filter(slug => /^(?:gallery|link)-/.test(slug)),
    ...slugs.filter(slug => !/^(?:gallery|link)-/.test(slug)).filter((_, index) => index % step === 0),
  ]
}

function publicPages(): string[] {
  const categories = server.planted.categories.filter((_, index) => index % 12 === 0)
  return [
    ...['/ru/', '/ru/articles', '/ru/articles?page=2', '/developers', '/ru/articles/%3Cscript%3E__xss(1)%3C%2Fscript%3E'],
    ...categories.map(slug => `/ru/categories/${slug}`),
    ...someSlugs(4).map(slug => `/ru/articles/${slug}`),
  ]
}

async function watched(browser: Browser, options: { bypassCSP: boolean }) {
  const context = await browser.newContext(options)
  return { context, wire: await layTripwire(context, server.address) }
}

test('the tripwire notices what runs', async ({ browser }) => {
  const { context, wire } = await watched(browser, { bypassCSP: false })
  const page = await context.newPage()
  await page.setContent('<img src="data:x" onerror="__xss(1)"><a href="javascript:__xss(1)">x</a>')
  await expect.poll(() => wire.alarms.length).toBeGreaterThan(0)
  expect(await provoke(page)).toEqual(expect.arrayContaining(['IMG onerror', 'A href javascript:']))
  await context.close()
})

for (const bypassCSP of [false, true]) {
  test(`no payload runs on any public page, ${bypassCSP ? 'without the help of' : 'and none is left to'} the content policy`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    const { context, wire } = await watched(browser, { bypassCSP })
    const faults = await visit(context, publicPages(), async () => undefined)
    expect(wire.alarms).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
}

test('no payload runs in the studio or on the operator’s pages', async ({ browser }) => {
  test.setTimeout(600_000)
  const { context, wire } = await watched(browser, { bypassCSP: false })
  const page = await context.newPage()
  await page.goto(`${server.address}/sign-in`)
  await page.locator('form[data-ready=true]').waitFor()
  await page.locator('input[name=email]').fill(server.admin.email)
  await page.locator('input[type=password]').fill(server.admin.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/(studio|operator)/)
  const articles = someSlugs(60).filter(slug => !slug.startsWith('link-') || slug === 'link-0')
  const edited = articles.filter((_, index) => index % 4 === 0)
  const addresses = [
    ...['/studio', '/studio/articles', '/studio/facts', '/studio/releases', '/studio/settings/keys', '/operator/ru'],
    ...articles.flatMap(slug => [`/studio/articles/${server.ids.get(slug)}`, `/operator/ru/${slug}`]),
    ...edited.map(slug => `/studio/articles/${server.ids.get(slug)}/edit`),
  ]
  const faults = await visit(context, addresses, async opened => void (await opened.locator('main').first().waitFor()))
  expect(wire.alarms).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})
