import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createCategory } from '#lib/authoring/create-category.ts'
import { deleteCategory } from '#lib/authoring/delete-category.ts'
import { updateCategory } from '#lib/authoring/update-category.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Actor, type Role, system } from './actor.ts'
import { createUser } from './create-user.ts'
import { type Grant, mostGrants } from './grants.ts'
import { listPeople } from './list-people.ts'
import { canSomewhere } from './policies.ts'
import { readUser } from './read-user.ts'
import { readUserActor } from './read-user-actor.ts'
import { updateUser } from './update-user.ts'

async function openHouse() {
  const istok = openTestIstok()
  const category = (slug: string, parent: string | null = null) => createCategory(istok, system, { slug, title: { ru: slug }, parent })
  const ids = { cards: (await category('cards')).id, debit: (await category('debit', 'cards')).id, loans: (await category('loans')).id }
  const hire = (grants: Grant[], roles: Role[] = ['viewer']) =>
    createUser(istok, system, { email: `p${Math.random()}@x.example`, name: 'Вера', roles, grants })
  return { istok, ids, hire }
}

test('grants are kept once each and shown by slug in one order', async () => {
  const { hire } = await openHouse()
  const vera = await hire([
    { category: 'loans', role: 'author' },
    { category: 'cards', role: 'publisher' },
    { category: 'cards', role: 'author' },
    { category: 'loans', role: 'author' },
  ])
  expect(vera.grants).toEqual([
    { category: 'cards', role: 'author' },
    { category: 'cards', role: 'publisher' },
    { category: 'loans', role: 'author' },
  ])
})

test('an unknown category and a role that is not given in categories are each named, and nobody is made', async () => {
  const { istok, hire } = await openHouse()
  const wrong = [
    { category: 'cards', role: 'author' as const },
    { category: 'none', role: 'admin' as 'author' },
  ]
  await expect(hire(wrong)).rejects.toMatchObject({
    code: 'invalid',
    details: {
      errors: [
        { pointer: '/grants/1/category', reason: 'missing', arguments: { value: 'none' } },
        { pointer: '/grants/1/role', reason: 'not-one-of' },
      ],
    },
  })
  expect(await listPeople(istok, system)).toEqual([])
})

test(`${mostGrants} grants are taken, one more is not`, async () => {
  const { hire } = await openHouse()
  const many = Array.from({ length: mostGrants }, (): Grant => ({ category: 'cards', role: 'author' }))
  expect((await hire(many)).grants).toHaveLength(1)
  await expect(hire([...many, { category: 'loans', role: 'author' }])).rejects.toMatchObject({
    details: { errors: [{ pointer: '/grants', reason: 'too-many', arguments: { maximum: mostGrants } }] },
  })
})

test('a grant follows its category to another slug', async () => {
  const { istok, ids, hire } = await openHouse()
  const vera = await hire([{ category: 'cards', role: 'author' }])
  await updateCategory(istok, system, { id: ids.cards, fields: { slug: 'plastic' } })
  expect((await readUser(istok, system, { id: vera.id })).grants).toEqual([{ category: 'plastic', role: 'author' }])
})

test('a grant in a category that is removed gives nothing any more, not even the name of a writer', async () => {
  const { istok, ids, hire } = await openHouse()
  const vera = await hire([{ category: 'loans', role: 'author' }])
  const olga = await hire([
    { category: 'loans', role: 'author' },
    { category: 'cards', role: 'author' },
  ])
  await deleteCategory(istok, system, { id: ids.loans })
  expect((await readUser(istok, system, { id: vera.id })).grants).toEqual([])
  const actor = readUserActor(istok, vera.id, 1) as Actor
  expect(canSomewhere(actor, 'write')).toBe(false)
  expect((await listPeople(istok, system)).map(({ email }) => email)).toEqual([olga.email])
  expect(canSomewhere(readUserActor(istok, olga.id, 1) as Actor, 'write')).toBe(true)
})

test('grants that stayed of categories removed in earlier versions are taken away by the migration, and no others', async () => {
  const { istok, ids, hire } = await openHouse()
  const vera = await hire([{ category: 'loans', role: 'author' }])
  const olga = await hire([
    { category: 'loans', role: 'publisher' },
    { category: 'cards', role: 'author' },
  ])
  const plain = await hire([])
  const { sqlite } = istok.database.writer
  const kept = () => new Map(sqlite.prepare('SELECT id, grants FROM user').raw().all() as [string, string][])
  const before = kept()
  sqlite.prepare('DELETE FROM category WHERE id = ?').run(ids.loans)
  sqlite.exec(readFileSync('db/migrations/0043-grants-of-the-gone.sql', 'utf8'))
  const after = kept()
  expect(after.get(vera.id)).toBe('[]')
  expect(JSON.parse(after.get(olga.id) ?? '')).toEqual([{ category: ids.cards, role: 'author' }])
  expect(after.get(plain.id)).toBe(before.get(plain.id))
})

test('grants are replaced as a whole, hold from the next request on and end no session; other changes leave them', async () => {
  const { istok, ids, hire } = await openHouse()
  const vera = await hire([{ category: 'cards', role: 'author' }])
  await updateUser(istok, system, { id: vera.id, name: 'Вера П.' })
  expect([...(readUserActor(istok, vera.id, 1)?.grants?.keys() ?? [])]).toEqual([ids.cards])
  await updateUser(istok, system, { id: vera.id, grants: [{ category: 'loans', role: 'approver' }] })
  const actor = readUserActor(istok, vera.id, 1)
  expect([...(actor?.grants?.keys() ?? [])]).toEqual([ids.loans])
  expect(actor?.grants?.get(ids.loans)?.has('approve')).toBe(true)
  await updateUser(istok, system, { id: vera.id, grants: [] })
  expect(readUserActor(istok, vera.id, 1)?.grants).toBeUndefined()
})
