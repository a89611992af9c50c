import 'fake-indexeddb/auto'
import { createStore, set } from 'idb-keyval'
import { expect, test } from 'vitest'
import { type CopyKey, findCopies, keepCopy } from './local-copies.ts'

const key = (tab: string): CopyKey => ({ userId: 'anna', articleId: 'a', part: 'ru', tab })
const copy = (content: string, at: number) => ({ content, base: { version: 3, content: 'old' }, unconfirmed: ['sent'], at })
const isOpen = async (tab: string) => tab === 'open'
const found = (now = 10) => findCopies<string>(key(''), isOpen, now)
const day = 24 * 3600_000

test('a copy is found again as it was kept, the newest first, not those of open tabs or of other texts', async () => {
  await keepCopy(key('one'), copy('first', 1))
  await keepCopy(key('one'), copy('second', 2))
  await keepCopy(key('two'), copy('third', 3), content => JSON.stringify(content))
  await keepCopy(key('open'), copy('being written', 4))
  await keepCopy({ ...key('one'), part: 'en' }, copy('English', 5))
  expect(await found()).toEqual([
    { key: key('two'), copy: copy('third', 3) },
    { key: key('one'), copy: copy('second', 2) },
  ])
  await keepCopy(key('two'), null)
  expect((await found()).map(({ copy }) => copy.content)).toEqual(['second'])
})

test('a copy that was kept as objects, as before, is taken up; one that nobody took up for two months goes', async () => {
  await keepCopy(key('one'), null)
  await set('anna a ru before', { key: key('before'), copy: copy('older form', 7) }, createStore('istok-drafts', 'copies'))
  expect(await found()).toEqual([{ key: key('before'), copy: copy('older form', 7) }])
  expect(await found(61 * day)).toEqual([])
  expect(await found()).toEqual([])
})
