import { expect, test } from 'vitest'
import { type Actor, anonymous, type GrantableRole, grantsOf, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { articleScopes, articlesWith, readRights, readWritableCategories, requireArticle } from './article-rights.ts'
import { createCategory } from './create-category.ts'
import { deleteArticle } from './delete-article.ts'
import { updateArticle } from './update-article.ts'

const none = { write: false, approve: false, publish: false }

async function openHouse() {
  const istok = openTestIstok()
  const ids: Record<string, string> = {}
  for (const [slug, parent] of [
    ['cards', null],
    ['debit', 'cards'],
    ['loans', null],
  ] as const)
    ids[slug] = (await createCategory(istok, system, { slug, title: { ru: slug }, parent })).id
  const put = async (slug: string, category: string | null) => {
    const id = await putDraft(istok, { slug })
    await updateArticle(istok, system, { id, fields: { category } })
    return id
  }
  const vera = (category: string, ...roles: GrantableRole[]): Actor => ({
    ...{ ...system, kind: 'user', id: 'user:vera', scopes: scopesOf(['viewer']) },
    grants: grantsOf(roles.map(role => ({ category: ids[category] ?? '', role }))),
  })
  const move = (id: string, category: string | null) => updateArticle(istok, system, { id, fields: { category } })
  const publish = (id: string) => publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  return { istok, put, vera, move, publish }
}

test.each<[GrantableRole, typeof none]>([
  ['author', { ...none, write: true }],
  ['approver', { ...none, write: true, approve: true }],
  ['publisher', { ...none, write: true, publish: true }],
])('an %s of a category has his rights in it and below it, and none beside it, above it or without category', async (role, rights) => {
  const { istok, put, vera } = await openHouse()
  const [own, below, beside, nowhere] = [await put('a', 'cards'), await put('b', 'debit'), await put('c', 'loans'), await put('d', null)]
  expect(readRights(istok, vera('cards', role), own)).toEqual(rights)
  expect(readRights(istok, vera('cards', role), below)).toEqual(rights)
  expect(readRights(istok, vera('debit', role), own)).toEqual(none)
  for (const id of [beside, nowhere, 'unknown']) expect(readRights(istok, vera('cards', role), id)).toEqual(none)
})

test('what is live elsewhere is neither approved nor published from here, but written', async () => {
  const { istok, put, vera, move, publish } = await openHouse()
  const id = await put('a', 'loans')
  await publish(id)
  await move(id, 'cards')
  const actor = vera('cards', 'approver', 'publisher')
  expect(readRights(istok, actor, id)).toEqual({ ...none, write: true })
  await publish(id)
  expect(readRights(istok, actor, id)).toEqual({ write: true, approve: true, publish: true })
  await move(id, null)
  expect(readRights(istok, actor, id)).toEqual(none)
})

test('what was live without a category is not published by who has one category', async () => {
  const { istok, put, vera, move, publish } = await openHouse()
  const id = await put('a', null)
  await publish(id)
  await move(id, 'cards')
  expect(readRights(istok, vera('cards', 'publisher'), id)).toEqual({ ...none, write: true })
})

test('whether an article exists is told only to who has the right somewhere', async () => {
  const { istok, put, vera } = await openHouse()
  const { orm } = istok.database.reader
  const [own, foreign, gone] = [await put('a', 'cards'), await put('c', 'loans'), await put('d', 'cards')]
  await deleteArticle(istok, system, { id: gone })
  const refusal = (actor: Actor, scope: (typeof articleScopes)[number], id: string) => {
    try {
      requireArticle(orm, actor, scope, id)
    } catch (error) {
      return (error as { code: string }).code
    }
    return null
  }
  const actor = vera('cards', 'author')
  expect([own, foreign, gone, 'none'].map(id => refusal(actor, 'write', id))).toEqual([null, 'forbidden', 'not_found', 'not_found'])
  expect([own, 'none'].map(id => refusal(actor, 'publish', id))).toEqual(['forbidden', 'forbidden'])
  for (const scope of articleScopes) expect(refusal(anonymous, scope, 'none')).toBe('unauthenticated')
  expect(() => readRights(istok, anonymous, own)).toThrow(expect.objectContaining({ code: 'unauthenticated' }))
})

test('of many articles those that one may write are found, deleted and unknown ones never', async () => {
  const { istok, put, vera } = await openHouse()
  const { orm } = istok.database.reader
  const ids = [await put('a', 'cards'), await put('b', 'debit'), await put('c', 'loans')]
  const actor = vera('cards', 'author')
  expect(articlesWith(orm, actor, 'write', [...ids, 'none', "x' OR 1"])).toEqual(new Set(ids.slice(0, 2)))
  await deleteArticle(istok, system, { id: ids[0] ?? '' })
  expect(articlesWith(orm, actor, 'write', ids)).toEqual(new Set(ids.slice(1, 2)))
  expect(articlesWith(orm, actor, 'publish', ids)).toEqual(new Set())
  expect(articlesWith(orm, actor, 'write', [])).toEqual(new Set())
})

test('the categories into which one may write are his and those below', async () => {
  const { istok, vera } = await openHouse()
  expect(readWritableCategories(istok, vera('cards', 'author'))).toEqual(new Set(['cards', 'debit']))
  expect(readWritableCategories(istok, system)).toBeNull()
  expect(readWritableCategories(istok, { ...system, scopes: scopesOf(['viewer']) })).toEqual(new Set())
})
