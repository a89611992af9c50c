import { join } from 'node:path'
import { type BrowserContextOptions, chromium } from '@playwright/test'
import { signIn } from '../e2e/sign-in.ts'

/** Takes the pictures of README from a running demo: `node docs/screenshots.ts http://localhost:3000`. */
const address = process.argv[2] ?? 'http://localhost:3000'
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const wide: BrowserContextOptions = { baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'ru-RU', colorScheme: 'light' }

const visitor = await (await browser.newContext(wide)).newPage()
await visitor.goto('/ru/articles/transfer-fee', { waitUntil: 'networkidle' })
await visitor.screenshot({ path: pathOf('article') })

const editor = await (await browser.newContext(wide)).newPage()
await signIn(editor, 'editor', '/studio/articles')
await editor.getByRole('link', { name: 'Сколько стоит перевод' }).first().click()
await editor.waitForLoadState('networkidle')
await editor.screenshot({ path: pathOf('windows') })
await editor.goto(`${new URL(editor.url()).pathname}/edit?locale=ru`, { waitUntil: 'networkidle' })
await editor.locator('.live-panel').waitFor()
await editor.screenshot({ path: pathOf('edit') })
await editor.goto('/studio/facts', { waitUntil: 'networkidle' })
await editor.screenshot({ path: pathOf('facts') })

// A fee that is to change: what a release would bring, in every channel, before it is made.
await editor.evaluate(async () => {
  const { key, type, unit, title, values, version } = await (await fetch('/api/v1/facts/transfer.fee')).json()
  const body = JSON.stringify({ key, type, unit, title, values: [{ ...values.at(-1), value: '1.75' }] })
  await fetch('/api/v1/facts/transfer.fee', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    body,
  })
})
await editor.goto('/studio/releases/new?facts=transfer.fee', { waitUntil: 'networkidle' })
await editor
  .getByRole('button', { name: /^До и после/ })
  .first()
  .click()
await editor.locator('ins').first().waitFor()
await editor.screenshot({ path: pathOf('release') })
await editor.goto('/studio/as-of?channel=chatbot&slug=transfer-fee', { waitUntil: 'networkidle' })
await editor.screenshot({ path: pathOf('as-of') })
await editor.goto('/studio', { waitUntil: 'networkidle' })
await editor.screenshot({ path: pathOf('home') })
await editor.keyboard.press('Control+KeyK')
await editor.getByRole('dialog').locator('input').fill('сколько стоит перевод')
await editor.getByRole('dialog').getByText('Сколько стоит перевод').first().waitFor()
await editor.screenshot({ path: pathOf('palette') })

const operator = await (await browser.newContext({ ...wide, colorScheme: 'dark' })).newPage()
await signIn(operator, 'operator', '/operator')
await operator.goto('/operator/ru/transfer-fee', { waitUntil: 'networkidle' })
await operator.screenshot({ path: pathOf('operator') })
await operator.goto('/operator/ru/script-lost-card', { waitUntil: 'networkidle' })
await operator.screenshot({ path: pathOf('script') })

await browser.close()

function pathOf(name: string): string {
  return join(import.meta.dirname, 'screenshots', `${name}.png`)
}
