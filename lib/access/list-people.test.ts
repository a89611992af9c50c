import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { anonymous, scopesOf, system } from './actor.ts'
import { createUser } from './create-user.ts'
import { listPeople } from './list-people.ts'
import { updateUser } from './update-user.ts'

test('articles are given to people who may write and still work here', async () => {
  const istok = openTestIstok()
  const add = (name: string, roles: ('author' | 'viewer')[]) =>
    createUser(istok, system, { email: `${name}@example.org`, name, roles, password: 'correct horse battery' })
  await add('Vera', ['author'])
  await add('Viktor', ['viewer'])
  await add('Anna', ['author'])
  const boris = await add('Boris', ['author'])
  await updateUser(istok, system, { id: boris.id, disabled: true })
  expect(await listPeople(istok, { ...system, scopes: scopesOf(['author']) })).toEqual([
    { email: 'anna@example.org', name: 'Anna' },
    { email: 'vera@example.org', name: 'Vera' },
  ])
  await expect(listPeople(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listPeople(istok, { ...system, kind: 'user', scopes: scopesOf(['viewer']) })).rejects.toMatchObject({ code: 'forbidden' })
})
