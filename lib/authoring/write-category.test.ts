import { expect, test } from 'vitest'
import { type Actor, grantsOf, scopesOf, system } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { createCategory } from './create-category.ts'
import { listCategories } from './list-categories.ts'
import { placeCategory } from './place-category.ts'
import { updateCategory } from './update-category.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const add = async (istok: Istok, slug: string, parent: string | null = null) =>
  (await createCategory(istok, author, { slug, title: { ru: slug }, parent })).id

/** A chain of categories, each below the one before; their ids. */
async function chain(istok: Istok, ...slugs: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, slug] of slugs.entries()) ids.push(await add(istok, slug, slugs[index - 1] ?? null))
  return ids
}
const tooDeep = { code: 'invalid', details: { errors: [{ pointer: '/parent', reason: 'too-deep', arguments: { maximum: 6 } }] } }
const parentOf = async (istok: Istok, slug: string) => (await listCategories(istok, author)).items.find(one => one.slug === slug)?.parent

test('a tree has six levels and not seven', async () => {
  const istok = openTestIstok()
  await chain(istok, 'a', 'b', 'c', 'd', 'e', 'f')
  await expect(add(istok, 'g', 'f')).rejects.toMatchObject(tooDeep)
})

test('a category takes what is below it along, and together they are not deeper than six levels either', async () => {
  const istok = openTestIstok()
  await chain(istok, 'a', 'b', 'c', 'd')
  const [x = ''] = await chain(istok, 'x', 'y', 'z')
  await expect(updateCategory(istok, author, { id: x, fields: { parent: 'd' } })).rejects.toMatchObject(tooDeep)
  await expect(placeCategory(istok, author, { id: x, place: { parent: 'd', after: null } })).rejects.toMatchObject(tooDeep)
  expect(await parentOf(istok, 'x')).toBeNull()
  await updateCategory(istok, author, { id: x, fields: { parent: 'c' } })
  expect(await parentOf(istok, 'x')).toBe('c')
})

test('below itself is said to be below itself, at any depth', async () => {
  const istok = openTestIstok()
  const [a = ''] = await chain(istok, 'a', 'b', 'c', 'd', 'e', 'f')
  for (const parent of ['a', 'b', 'f'])
    await expect(updateCategory(istok, author, { id: a, fields: { parent } })).rejects.toMatchObject({
      details: { errors: [{ pointer: '/parent', reason: 'below-itself' }] },
    })
})

test('a tree that is too deep from earlier days can still be called otherwise and put in order', async () => {
  const istok = openTestIstok()
  const ids = await chain(istok, 'a', 'b', 'c', 'd', 'e', 'f')
  const g = await add(istok, 'g')
  await istok.database.writer.sqlite.prepare('UPDATE category SET parent_id = ? WHERE id = ?').run(ids[5], g)
  await updateCategory(istok, author, { id: g, fields: { title: { ru: 'Глубоко' }, parent: 'f' } })
  await placeCategory(istok, author, { id: g, place: { parent: 'f', after: null } })
  expect(await parentOf(istok, 'g')).toBe('f')
})

test.each([
  ['a title of 200 characters', { title: { ru: 'я'.repeat(200) } }, []],
  ['a title of 201', { title: { ru: 'я'.repeat(201) } }, ['/title/ru too-long']],
  ['a title of spaces', { title: { ru: ' ', en: 'x' } }, ['/title/ru empty']],
  ['no title at all', { title: {} }, ['/title no-language']],
  ['a language that is none', { title: { 'r/u~': 'x' } }, ['/title/r~1u~0 not-a-language']],
  ['a description of 1001 characters', { description: { ru: 'я'.repeat(1001) } }, ['/description/ru too-long']],
  ['half a place', { position: 1.5 }, ['/position wrong-type']],
  ['an address with capitals', { slug: 'Карты' }, ['/slug slug-form']],
])('%s is saved or refused at its place, and nothing is half changed', async (_, fields, expected) => {
  const istok = openTestIstok()
  const id = await add(istok, 'a')
  const found = await updateCategory(istok, author, { id, fields }).then(
    () => [],
    error => error.details.errors.map(({ pointer, reason }: { pointer: string; reason: string }) => `${pointer} ${reason}`),
  )
  expect(found).toEqual(expected)
  const [entry] = (await listCategories(istok, author)).items
  expect(entry?.version).toBe(expected.length === 0 ? 2 : 1)
})

test('what changes nothing leaves the version, and a slug that another has is refused', async () => {
  const istok = openTestIstok()
  const id = await add(istok, 'a')
  await add(istok, 'b')
  expect((await updateCategory(istok, author, { id, fields: { slug: 'a', title: { ru: 'a' }, parent: null } })).version).toBe(1)
  const taken = { code: 'conflict', details: { reason: 'taken', errors: [{ pointer: '/slug', reason: 'taken' }] } }
  await expect(updateCategory(istok, author, { id, fields: { slug: 'b' } })).rejects.toMatchObject(taken)
  await expect(add(istok, 'b')).rejects.toMatchObject(taken)
  await expect(updateCategory(istok, author, { id: 'none', fields: {} })).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody moves a category to where he may more than where it stands', async () => {
  const istok = openTestIstok()
  const [cards = ''] = await chain(istok, 'cards')
  const [loans = ''] = await chain(istok, 'loans')
  const vera: Actor = { ...author, grants: grantsOf([{ category: cards, role: 'publisher' }]) }
  await expect(updateCategory(istok, vera, { id: loans, fields: { parent: 'cards' } })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(placeCategory(istok, vera, { id: loans, place: { parent: 'cards', after: null } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await parentOf(istok, 'loans')).toBeNull()
  await updateCategory(istok, author, { id: loans, fields: { parent: 'cards' } })
  expect((await updateCategory(istok, vera, { id: loans, fields: { parent: null } })).parent).toBeNull()
})
