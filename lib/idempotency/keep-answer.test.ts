import { afterEach, expect, test } from 'vitest'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { claimRequest, type KeptAnswer, runningRequests } from './claim-request.ts'
import { forgetRequest } from './forget-request.ts'
import { keepAnswer } from './keep-answer.ts'

afterEach(() => setClock())
const request = { actor: 'key:a', key: 'k1', request: 'sha256-1' }
const answer: KeptAnswer = { status: 201, headers: { ETag: '"1"', Location: '/x' }, body: Buffer.from([0, 255, 128, 10]) }
const later = (milliseconds: number) => {
  const at = now() + milliseconds
  setClock(() => at)
}

async function opened() {
  const istok = openTestIstok()
  const claim = async () => {
    const claimed = await claimRequest(istok, request)
    if (claimed.state !== 'mine') throw new Error('expected a claim')
    return claimed.id
  }
  return { istok, claim }
}

test('an answer is given again byte for byte, however often, and one with a secret without its body', async () => {
  const { istok, claim } = await opened()
  await keepAnswer(istok, await claim(), answer)
  for (let again = 0; again < 2; again += 1) expect(await claimRequest(istok, request)).toEqual({ state: 'kept', answer })
  const secret = await claimRequest(istok, { ...request, key: 'k2' })
  if (secret.state === 'mine') await keepAnswer(istok, secret.id, { ...answer, body: null })
  expect(await claimRequest(istok, { ...request, key: 'k2' })).toMatchObject({ answer: { body: null } })
})

test('an answer is kept a day: to the last millisecond it is given again, after it the key is free for anything', async () => {
  const { istok, claim } = await opened()
  setClock(() => 1_800_000_000_000)
  await keepAnswer(istok, await claim(), answer)
  later(24 * 3_600_000)
  expect(await claimRequest(istok, request)).toMatchObject({ state: 'kept' })
  await expect(claimRequest(istok, { ...request, request: 'sha256-2' })).rejects.toMatchObject({
    code: 'invalid',
    details: { errors: [{ pointer: 'Idempotency-Key', reason: 'used-key' }] },
  })
  later(1)
  expect(await claimRequest(istok, { ...request, request: 'sha256-2' })).toMatchObject({ state: 'mine' })
})

test('of many who send the same at once one does it, and the others are told to wait a second', async () => {
  const { istok } = await opened()
  const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimRequest(istok, request)))
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const claim of claims)
    if (claim.status === 'rejected')
      expect(claim.reason).toMatchObject({ code: 'conflict', details: { reason: 'still-running', headers: { 'Retry-After': '1' } } })
})

test('a request that this process still answers is not taken over, however long it lasts', async () => {
  const { istok, claim } = await opened()
  const id = await claim()
  later(3_600_000)
  await expect(claimRequest(istok, request)).rejects.toMatchObject({ code: 'conflict' })
  await keepAnswer(istok, id, answer)
  expect(await claimRequest(istok, request)).toMatchObject({ state: 'kept' })
})

test('when an answer cannot be kept, the request may be sent again after a minute', async () => {
  const { istok, claim } = await opened()
  const id = await claim()
  await expect(keepAnswer(istok, id, { ...answer, status: {} as number })).rejects.toThrow()
  expect(runningRequests(istok).has(id)).toBe(false)
  await expect(claimRequest(istok, request)).rejects.toMatchObject({ code: 'conflict' })
  later(60_000)
  expect(await claimRequest(istok, request)).toEqual({ state: 'mine', id })
})

test('a request that is forgotten leaves other keys and actors alone', async () => {
  const { istok, claim } = await opened()
  const other = await claimRequest(istok, { ...request, actor: 'key:b' })
  if (other.state === 'mine') await keepAnswer(istok, other.id, answer)
  await forgetRequest(istok, await claim())
  expect(await claimRequest(istok, { ...request, actor: 'key:b' })).toMatchObject({ state: 'kept' })
  expect(await claimRequest(istok, { ...request, request: 'sha256-2' })).toMatchObject({ state: 'mine' })
})
