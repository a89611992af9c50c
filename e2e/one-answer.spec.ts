import { type APIRequestContext, expect, test } from '@playwright/test'
import { channelKinds } from '#lib/compile/channels.ts'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU' })

async function said(request: APIRequestContext, channel: string) {
  const reply = await request.get(`/api/v1/channels/${channel}/answers/transfer-fee?locale=ru`, { headers })
  expect(reply.status()).toBe(200)
  return reply.json()
}

test('an editor changes a fee once and publishes: site, bot, phone, operators and agents say it', async ({ page, request }) => {
  const before = await said(request, 'chatbot')
  expect(before.facts['transfer.fee'].value).not.toBe('2.25')

  await signIn(page, 'editor', '/studio/facts/transfer.fee')
  await page.locator('input[name="value-0"]').fill('2.25')
  await expect(page.getByRole('region', { name: 'Что изменится' })).toContainText('2,25\u00a0%')
  await page.getByRole('button', { name: 'Сохранить и опубликовать' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать сейчас' }).click()
  await expect(page.getByText(/Опубликовано, релиз \d+/)).toBeVisible()

  const replies = await Promise.all(channelKinds.map(channel => said(request, channel)))
  expect(new Set(replies.map(reply => reply.release)).size).toBe(1)
  expect(replies[0].release).toBeGreaterThan(before.release)
  for (const reply of replies) expect(reply.facts['transfer.fee']).toMatchObject({ type: 'percent', value: '2.25' })
  const [website, chatbot, ivr, operator, agent] = replies.map(reply => reply.content)
  expect(website.text).toContain('2,25\u00a0%')
  expect(JSON.stringify(chatbot.messages)).toContain('2,25\u00a0%')
  expect(ivr.script).toContain('две целых двадцать пять сотых процента')
  expect(operator.copy.plain).toContain('2,25\u00a0%')
  expect(agent.markdown).toMatch(/2,25\s%/)

  await page.goto('/ru/articles/transfer-fee')
  await expect(page.getByRole('main')).toContainText('2,25\u00a0%')
  await page.context().clearCookies()
  await signIn(page, 'operator', '/operator/ru/transfer-fee')
  await expect(page.getByRole('main')).toContainText('2,25\u00a0%')
})
