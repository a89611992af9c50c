import { type APIRequestContext, expect, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

test.use({ locale: 'ru-RU' })

const headers = { Authorization: `Bearer ${adminKey}` }
const questions = ['можно ли привязать аквариум к счёту', 'привязать аквариум к счёту', 'как привязать аквариум']

/** Whether the question would be answered now, asked without being recorded: who asks again and again makes a gap heavier. */
async function isLearned(request: APIRequestContext): Promise<boolean> {
  const reply = await request.get('/api/v1/wordings?state=attached', { headers })
  const { items } = (await reply.json()) as { items: { text: string; effect: { status: string; isRight: boolean } | null }[] }
  const effect = items.find(({ text }) => text === questions[0])?.effect
  return effect?.status === 'answered' && effect.isRight
}

test('a question that nobody answered appears as a gap, gets an article, and is answered', async ({ page, request }) => {
  const ask = async (question: string) => {
    const reply = await request.post('/api/v1/channels/website/ask', { data: { question, locale: 'ru' } })
    return (await reply.json()) as { status: string; answer?: { title: string } }
  }
  for (const question of questions) expect((await ask(question)).status).toBe('unanswered')

  await signIn(page, 'admin', '/studio')
  await page.getByRole('link', { name: /аквариум/ }).click()
  await expect(page).toHaveURL(/\/studio\/gaps\?q=/)
  await page.goto('/studio/gaps')
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /аквариум/ }) })
  await expect(row).toContainText('3 раза')
  await row.getByRole('button', { name: /^Написать статью/ }).click()
  await expect(page).toHaveURL(/\/studio\/articles\/[^/]+\/edit/)

  const id = /articles\/([^/]+)\/edit/.exec(page.url())?.[1] ?? ''
  const draft = await request.get(`/api/v1/articles/${id}/translations/ru`, { headers })
  const { title, questions: proposed } = (await draft.json()) as { title: string; questions: string[] }
  expect(proposed).toEqual(expect.arrayContaining(questions))
  const saved = await request.put(`/api/v1/articles/${id}/translations/ru`, {
    headers: { ...headers, 'If-Match': draft.headers().etag ?? '' },
    data: { title, shortAnswer: 'Аквариум к счёту не привязывают.', questions: proposed, markdown: 'Аквариум к счёту не привязывают.' },
  })
  expect(saved.ok()).toBe(true)
  expect((await request.post('/api/v1/releases', { headers, data: { note: 'Аквариум', articles: [id] } })).status()).toBe(201)

  await expect.poll(() => isLearned(request), { timeout: 60_000 }).toBe(true)
  expect((await ask(questions[0]!)).answer?.title).toBe(title)
  await page.goto('/studio/gaps?state=closed')
  await expect(row).toContainText('Ещё рано судить')
})
