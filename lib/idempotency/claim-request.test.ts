import { expect, test } from 'vitest'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { claimRequest, runningRequests } from './claim-request.ts'
import { forgetRequest } from './forget-request.ts'
import { keepAnswer } from './keep-answer.ts'

const request = { actor: 'key:a', key: 'k1', request: 'sha256-1' }

test('the first claim is mine, the second waits, and afterwards the answer is given again', async () => {
  const istok = openTestIstok()
  const claim = await claimRequest(istok, request)
  if (claim.state !== 'mine') throw new Error('expected a claim')
  await expect(claimRequest(istok, request)).rejects.toMatchObject({ code: 'conflict' })
  await keepAnswer(istok, claim.id, { status: 201, headers: { ETag: '"1"' }, body: Buffer.from('{}') })
  const again = await claimRequest(istok, request)
  expect(again).toMatchObject({ state: 'kept', answer: { status: 201, headers: { ETag: '"1"' } } })
})

test('the same key for another request is refused, for another actor it is another key', async () => {
  const istok = openTestIstok()
  await claimRequest(istok, request)
  await expect(claimRequest(istok, { ...request, request: 'sha256-2' })).rejects.toMatchObject({ code: 'invalid' })
  expect(await claimRequest(istok, { ...request, actor: 'key:b' })).toMatchObject({ state: 'mine' })
})

test('a refused request may be sent again, and a claim of a process that died is free after a minute', async () => {
  const istok = openTestIstok()
  const claim = await claimRequest(istok, request)
  if (claim.state !== 'mine') throw new Error('expected a claim')
  await forgetRequest(istok, claim.id)
  const second = await claimRequest(istok, request)
  expect(second.state).toBe('mine')
  runningRequests(istok).clear()
  await expect(claimRequest(istok, request)).rejects.toMatchObject({ code: 'conflict' })
  const later = now() + 61_000
  setClock(() => later)
  expect(await claimRequest(istok, request)).toMatchObject({ state: 'mine' })
  setClock()
})
