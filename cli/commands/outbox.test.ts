import { Command } from 'commander'
import { expect, test } from 'vitest'
import type { Istok } from '#lib/istok.ts'
import { openStubHouse, publish } from '#lib/search/meili/house.fixture.ts'
import { openTestIstok } from '#lib/test-istok.ts'
import { checkCommands } from './check.ts'

/** Runs a command on an open Istok; returns what it prints for programs and for people. */
async function run(istok: Istok, ...words: string[]): Promise<{ value: unknown; text: string }> {
  const printed: { value: unknown; text: string }[] = []
  const program = new Command('istok').exitOverride().configureOutput({ writeErr: () => undefined })
  checkCommands(program, { open: () => istok, print: (value, text) => void printed.push({ value, text }) })
  await program.parseAsync(words, { from: 'user' })
  expect(printed).toHaveLength(1)
  return printed[0]!
}

test('istok outbox says that nothing waits where nobody is sent anything', async () => {
  const istok = openTestIstok()
  await publish(istok, { slug: 'a', title: 'Карта' })
  expect(await run(istok, 'outbox')).toMatchObject({
    value: { waiting: 0, oldestSeconds: 0, dead: [] },
    text: '0 waiting, the oldest for 0 s; 0 not delivered',
  })
})

test('istok outbox lists what waits and what is refused with the reason; replay sends it once more', async () => {
  const { istok, settle } = await openStubHouse()
  await settle()
  await publish(istok, { id: 'статья', slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Вклад' })
  expect((await run(istok, 'outbox', 'list')).value).toMatchObject({ waiting: 2, dead: [] })
  await settle()
  const listed = await run(istok, 'outbox')
  expect(listed.value).toMatchObject({ waiting: 0, dead: [{ topic: 'search', key: 'статья ru' }] })
  expect(listed.text).toMatch(/^0 waiting, .*; 1 not delivered\n {2}search статья ru: .*Latin letters.* \(0 attempts\)$/)
  expect(await run(istok, 'outbox', 'replay', 'search')).toEqual({ value: { rows: 1 }, text: '1 will be sent again' })
  expect((await run(istok, 'outbox')).value).toMatchObject({ waiting: 1, dead: [] })
  await settle()
  expect((await run(istok, 'outbox')).value).toMatchObject({ waiting: 0, dead: [{ key: 'статья ru' }] })
  await expect(run(istok, 'outbox', 'replay')).rejects.toThrow('missing required argument')
})
