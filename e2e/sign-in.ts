import { expect, type Page } from '@playwright/test'
import { type DemoUser, demoPassword, demoUsers } from '#lib/access/demo-users.ts'

/** Signs in through the form as one of the people of the demo, and ends up at `path`. */
export async function signIn(page: Page, kind: DemoUser['kind'], path: string): Promise<void> {
  const user = demoUsers.find(candidate => candidate.kind === kind)
  await page.goto(`/sign-in?from=${encodeURIComponent(path)}`)
  await page.locator('form[data-ready="true"]').waitFor()
  await page.locator('input[name="email"]').fill(user?.email ?? '')
  await page.locator('input[name="password"]').fill(demoPassword)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL(url => url.pathname.startsWith(path.split('?')[0] ?? path))
  expect(new URL(page.url()).pathname).toContain(path.split('?')[0])
}
