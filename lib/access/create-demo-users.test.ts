import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { system } from './actor.ts'
import { createDemoUsers } from './create-demo-users.ts'
import { demoPassword, demoUsers } from './demo-users.ts'
import { signIn } from './sign-in.ts'

test('the people of the demo are made once and can sign in', async () => {
  const istok = openTestIstok()
  expect(await createDemoUsers(istok, system)).toBe(demoUsers.length)
  expect(await createDemoUsers(istok, system)).toBe(0)
  const signedIn = await signIn(istok, { email: 'editor@istok.demo', password: demoPassword, address: '127.0.0.1' })
  expect(signedIn.roles).toEqual(['author', 'publisher'])
})
