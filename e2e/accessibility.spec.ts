import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const locales = ['ru', 'en'] as const
/** Each language in light and in dark, once on a wide and once on a narrow screen. */
const looks = {
  ru: [
    { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  ],
  en: [
    { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
    { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  ],
} as const

const publicPages = [
  '',
  'articles',
  'categories/transfers',
  'articles/transfer-fee',
  'articles/transfer-sbp?feedback=yes',
  'articles/no-such-article',
  'search?q=card',
  'search?q=zzzzqqqq',
  'ask?q=card',
]

/** `{id}` is an article, `{locale}` the language. */
const workPages = [
  '/studio',
  '/studio/articles',
  '/studio/articles?q=zzzzz',
  '/studio/articles/new',
  '/studio/articles/{id}?locale={locale}',
  '/studio/articles/{id}/edit?locale={locale}',
  '/studio/articles/{id}/history?locale={locale}',
  '/studio/articles/{id}/translate?locale={locale}',
  '/studio/reviews?view=all',
  '/studio/reviews/{review}',
  '/studio/settings/approval',
  '/studio/facts',
  '/studio/facts/transfer.fee',
  '/studio/facts/new',
  '/studio/snippets',
  '/studio/snippets/support-contacts',
  '/studio/snippets/new',
  '/studio/categories',
  '/studio/categories/{category}',
  '/studio/tags',
  '/studio/tags/{tag}',
  '/studio/synonyms',
  '/studio/synonyms/{synonym}',
  '/studio/media',
  '/studio/media?view=list',
  '/studio/releases',
  '/studio/releases/new',
  '/studio/releases/calendar',
  '/studio/as-of',
  '/studio/as-of?slug=transfer-fee&channel=chatbot&locale={locale}',
  '/studio/releases/1',
  '/studio/imports',
  '/studio/imports/new',
  '/studio/gaps',
  '/studio/gaps/wordings',
  '/studio/settings/answering',
  '/studio/settings/keys',
  '/studio/settings/users',
  '/studio/settings/sessions',
  '/studio/settings/audit',
  '/studio/settings/organisation',
  '/studio/no-such-page',
  '/operator/{locale}',
  '/operator/{locale}/transfer-fee',
  '/operator/{locale}/script-lost-card',
  '/studio/tasks',
  '/studio/scripts',
  '/studio/scripts/new',
  '/studio/scripts/{script}/{locale}',
  '/studio/settings/embedding',
]

const headers = { Authorization: `Bearer ${adminKey}` }

test.describe.configure({ timeout: 1_200_000 })

for (const locale of locales) {
  test(`axe finds nothing on the public site in ${locale}, light and dark, wide and narrow`, async ({ browser }) => {
    const pages = [...publicPages.map(path => `/${locale}/${path}`), '/developers', '/sign-in']
    expect(await violations(browser, locale, pages)).toEqual([])
  })

  for (const look of looks[locale])
    test(`axe finds nothing in the studio and the operator panel in ${locale}, ${look.colorScheme}, ${look.viewport.width} px`, async ({
      browser,
      request,
    }) => {
      const first = async (path: string) => (await (await request.get(`/api/v1/${path}`, { headers })).json()).items[0]
      const { id } = await first('articles?q=transfer-fee')
      const terms = { locale: 'ru', terms: ['банкомат', 'терминал самообслуживания'] }
      const synonym = await (await request.post('/api/v1/synonyms', { headers, data: terms })).json()
      const names: Record<string, string> = {
        '{id}': id,
        '{locale}': locale,
        '{review}': await reviewOf(request, id, locale),
        '{script}': (await first('articles?q=script-lost-card')).id,
        '{category}': (await first('categories')).id,
        '{tag}': (await first('tags')).slug,
        '{synonym}': synonym.id,
      }
      const pages = workPages.map(path => Object.entries(names).reduce((named, [name, value]) => named.replace(name, value), path))
      expect(await violations(browser, locale, pages, [look], true)).toEqual([])
    })
}

test('axe finds nothing while the menus, panels and dialogs of the edit page stand open, in both languages, light and dark', async ({
  browser,
  request,
}) => {
  const reply = await request.post('/api/v1/articles', { headers, data: { slug: `panels-${Date.now()}` } })
  const { id } = await reply.json()
  const markdown = 'Цена :fact[transfer.fee] [здесь](https://example.org).\n\n| А | Б |\n| --- | --- |\n| один | два |\n'
  const data = { title: 'Панели', markdown }
  for (const locale of locales) await request.put(`/api/v1/articles/${id}/translations/${locale}`, { headers, data })
  const found: string[] = []
  for (const locale of locales)
    for (const look of looks[locale]) {
      const context = await browser.newContext({ ...look, locale: locale === 'ru' ? 'ru-RU' : 'en-US' })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await signIn(page, 'admin', '/studio')
      await context.addCookies([{ name: 'istok-locale', value: locale, url: test.info().project.use.baseURL ?? '' }])
      await page.goto(`/studio/articles/${id}/edit?locale=${locale}`)
      for (const [name, open, shown] of openings) {
        await expect(async () => {
          await open(page)
          await page.locator(shown).first().waitFor({ timeout: 5_000 })
        }).toPass()
        // What fades in has other colours until it stands.
        await page.waitForTimeout(300)
        const { violations: seen } = await new AxeBuilder({ page }).analyze()
        for (const { id, nodes } of seen)
          found.push(`${name} ${locale} ${look.colorScheme} ${look.viewport.width}: ${id} at ${nodes[0]?.target.join(' ')}`)
        await page.keyboard.press('Escape')
      }
      await context.close()
    }
  expect(found).toEqual([])
})

const text = '.document-editor:not([data-inline]) .document-text'
/** What can stand open on the edit page: its name, how it is opened, and what is there then. */
const openings: [name: string, open: (page: Page) => Promise<void>, shown: string][] = [
  ['table tools', page => page.locator(`${text} td`).first().click(), '.tool-table'],
  ['fact panel', page => page.locator(`${text} .fact-mark`).first().click(), '.fact-panel'],
  ['slash menu', page => typeAtEnd(page, '/'), '[role="option"]'],
  ['link panel', page => chooseLink(page), '.search-box'],
  ['find', page => page.keyboard.press('Control+f'), '.find-panel'],
  ['review dialog', page => page.locator('.edit-actions button').nth(-2).click(), '[role="dialog"]'],
  ['publish dialog', page => page.locator('.edit-actions button').last().click(), '[role="dialog"]'],
]

async function typeAtEnd(page: Page, keys: string): Promise<void> {
  await page.locator(text).first().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(keys)
}

async function chooseLink(page: Page): Promise<void> {
  await page.keyboard.press('Backspace')
  await page.locator(`${text} a`).first().click()
  await page.keyboard.press('Control+k')
}

/** A review of a draft with a changed title. */
async function reviewOf(request: APIRequestContext, id: string, locale: string): Promise<string> {
  const path = `/api/v1/articles/${id}/translations/${locale}`
  const { title, shortAnswer, questions, markdown, variations, version } = await (await request.get(path, { headers })).json()
  const texts = Object.fromEntries(
    Object.entries(variations as Record<string, { markdown: string }>).map(([kind, one]) => [kind, { markdown: one.markdown }]),
  )
  const data = { title: `${title} *`, shortAnswer, questions, markdown, variations: texts }
  await request.put(path, { headers: { ...headers, 'If-Match': `"${version}"` }, data })
  const reply = await request.post(`/api/v1/articles/${id}/reviews`, { headers, data: { locale } })
  return (await reply.json()).items[0].id
}

async function violations(
  browser: Browser,
  locale: 'ru' | 'en',
  paths: string[],
  seenAs: readonly (typeof looks)['ru' | 'en'][number][] = looks[locale],
  asAdmin = false,
): Promise<string[]> {
  const found: string[] = []
  for (const look of seenAs) {
    const context = await browser.newContext({ ...look, locale: locale === 'ru' ? 'ru-RU' : 'en-US' })
    const page = await context.newPage()
    if (asAdmin) await signIn(page, 'admin', '/studio')
    await context.addCookies([{ name: 'istok-locale', value: locale, url: test.info().project.use.baseURL ?? '' }])
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'load' })
      await page.locator('h1').first().waitFor()
      // There the list of routes is drawn by a script, and then has the main part.
      if (path === '/developers') await page.locator('body:not(:has([role="main"])) #operations').waitFor()
      const { violations: seen } = await new AxeBuilder({ page }).analyze()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (overflow > 0) found.push(`${path} ${look.viewport.width}: ${overflow} px wider than the screen`)
      for (const { id, nodes } of seen)
        found.push(`${path} ${look.colorScheme} ${look.viewport.width}: ${id} at ${nodes[0]?.target.join(' ')}`)
    }
    await context.close()
  }
  return found
}
