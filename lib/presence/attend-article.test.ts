import { expect, onTestFinished, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { attendArticle, leaveArticle } from './attend-article.ts'
import { remembered } from './presence-of.ts'

const person = (name: string, role: 'author' | 'viewer' = 'author'): Actor => ({
  kind: 'user',
  id: `user:${name}`,
  name,
  scopes: scopesOf([role]),
  channel: null,
})
const anna = person('Anna')
const boris = person('Boris')

async function opened() {
  let time = Date.parse('2026-11-22T10:00:00Z')
  setClock(() => time)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const { id: articleId } = await createArticle(istok, system, { slug: 'fee' })
  const attend = async (actor: Actor, tab: string, locale = 'ru') => (await attendArticle(istok, actor, { articleId, locale, tab })).others
  const pass = (seconds: number) => {
    time += seconds * 1000
  }
  return { istok, articleId, attend, start: time, pass }
}

test('everybody sees who else has the article open, in which language and since when', async () => {
  const { attend, pass, start } = await opened()
  expect(await attend(anna, 'tab-anna-1')).toEqual([])
  pass(5)
  const mine = { tab: 'tab-anna-1', name: 'Anna', locale: 'ru', openedAt: start, isSelf: false }
  expect(await attend(boris, 'tab-boris', 'en')).toEqual([mine])
  pass(5)
  expect(await attend(anna, 'tab-anna-1')).toEqual([
    { tab: 'tab-boris', name: 'Boris', locale: 'en', openedAt: start + 5000, isSelf: false },
  ])
  expect((await attend(anna, 'tab-anna-2')).map(({ tab, isSelf }) => [tab, isSelf])).toEqual([
    ['tab-anna-1', true],
    ['tab-boris', false],
  ])
})

test('who leaves is gone at once, who falls silent within 30 seconds; nobody sends another away', async () => {
  const { istok, articleId, attend, pass } = await opened()
  await attend(anna, 'tab-anna-1')
  leaveArticle(istok, boris, { articleId, tab: 'tab-anna-1' })
  expect(await attend(boris, 'tab-boris')).toHaveLength(1)
  leaveArticle(istok, anna, { articleId, tab: 'tab-anna-1' })
  expect(await attend(boris, 'tab-boris')).toHaveLength(0)
  await attend(anna, 'tab-anna-1')
  pass(26)
  expect(await attend(boris, 'tab-boris')).toHaveLength(0)
})

test('a tab belongs to who opened it first, and one article remembers so many', async () => {
  const { attend } = await opened()
  await attend(anna, 'tab-shared')
  await attend(boris, 'tab-shared')
  expect((await attend(anna, 'tab-other')).map(({ name }) => name)).toEqual(['Anna'])
  for (let index = 0; index < remembered + 20; index++) await attend(boris, `tab-many-${index}`)
  expect(await attend(anna, 'tab-other')).toHaveLength(remembered - 1)
})

test('only people who write are present, and only at articles that exist', async () => {
  const { istok, articleId, attend } = await opened()
  await expect(attend(anonymous, 'tab-nobody')).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(attend(person('Vera', 'viewer'), 'tab-viewer')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(attend({ ...anna, kind: 'key' }, 'tab-key-1')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(attendArticle(istok, anna, { articleId: 'none', locale: 'ru', tab: 'tab-anna-1' })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(() => leaveArticle(istok, anonymous, { articleId, tab: 'tab-anna-1' })).toThrow(
    expect.objectContaining({ code: 'unauthenticated' }),
  )
})
