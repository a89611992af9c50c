import { expect, test } from 'vitest'
import { type Actor, anonymous, type Scope, scopesOf, system } from '#lib/access/actor.ts'
import { openTestIstok } from '../test-istok.ts'
import { deleteView, listViews, renameView, saveView } from './saved-views.ts'

const anna: Actor = { ...system, kind: 'user', id: 'user:anna', scopes: scopesOf(['viewer']) }
const view = (name: string, query = 'q=x') => ({ list: 'articles', name, query })

test('fifty views of a list are kept and not one more; another list and another person have their own fifty', async () => {
  const istok = openTestIstok()
  for (let index = 0; index < 50; index += 1) await saveView(istok, anna, view(`Вид ${index}`))
  await expect(saveView(istok, anna, view('Вид 50'))).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'too-many-views', arguments: { maximum: 50 } },
  })
  expect(await saveView(istok, anna, view(' Вид 7 ', 'q=new'))).toMatchObject({ name: 'Вид 7', query: 'q=new' })
  await saveView(istok, anna, { ...view('Вид 50'), list: 'facts' })
  await saveView(istok, { ...anna, id: 'user:boris' }, view('Вид 50'))
  const own = await listViews(istok, anna, 'articles')
  expect(own).toHaveLength(50)
  await deleteView(istok, anna, own[0]?.id ?? '')
  await saveView(istok, anna, view('Вид 50'))
})

test.each<[string, { name: string; query: string }, string[]]>([
  ['80 characters', { name: 'я'.repeat(80), query: '' }, []],
  ['81 characters', { name: 'я'.repeat(81), query: '' }, ['/name']],
  ['80 characters between spaces', { name: ` ${'я'.repeat(80)} `, query: '' }, []],
  ['spaces', { name: ' \n ', query: '' }, ['/name']],
  ['filters of 1000 characters', { name: 'а', query: 'x'.repeat(1000) }, []],
  ['filters of 1001 characters', { name: 'а', query: 'x'.repeat(1001) }, ['/query']],
])('a view of %s is kept or refused at its place', async (_, given, expected) => {
  const istok = openTestIstok()
  const found = await saveView(istok, anna, { list: 'articles', ...given }).then(
    () => [],
    error => error.details.errors.map(({ pointer }: { pointer: string }) => pointer),
  )
  expect(found).toEqual(expected)
  expect(await listViews(istok, anna, 'articles')).toHaveLength(expected.length === 0 ? 1 : 0)
})

test('a view keeps its own name, takes none of another view of its list, and one of another list is no matter', async () => {
  const istok = openTestIstok()
  const { id } = await saveView(istok, anna, view('Мой'))
  await saveView(istok, anna, view('Другой'))
  await saveView(istok, anna, { ...view('Третий'), list: 'facts' })
  expect(await renameView(istok, anna, { id, name: 'Мой ' })).toEqual({ id, name: 'Мой', query: 'q=x' })
  expect(await renameView(istok, anna, { id, name: 'Третий' })).toMatchObject({ name: 'Третий' })
  await expect(renameView(istok, anna, { id, name: 'Другой' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'taken', arguments: { value: 'Другой' }, errors: [{ pointer: '/name' }] },
  })
  await expect(renameView(istok, anna, { id, name: ' ' })).rejects.toMatchObject({ code: 'invalid' })
})

test('two who save one name at once have one view', async () => {
  const istok = openTestIstok()
  const [one, other] = await Promise.all([saveView(istok, anna, view('Мой', 'q=1')), saveView(istok, anna, view('Мой', 'q=2'))])
  expect(one.id).toBe(other.id)
  expect(await listViews(istok, anna, 'articles')).toHaveLength(1)
})

test('who reads no drafts has no views', async () => {
  const istok = openTestIstok()
  const key: Actor = { ...anna, kind: 'key', scopes: new Set<Scope>(['read']) }
  for (const [actor, code] of [[anonymous, 'unauthenticated'] as const, [key, 'forbidden'] as const]) {
    await expect(listViews(istok, actor, 'articles')).rejects.toMatchObject({ code })
    await expect(saveView(istok, actor, view('x'))).rejects.toMatchObject({ code })
    await expect(renameView(istok, actor, { id: 'x', name: 'x' })).rejects.toMatchObject({ code })
    await expect(deleteView(istok, actor, 'x')).rejects.toMatchObject({ code })
  }
})
