import { createHash } from 'node:crypto'
import type { Actor } from '#lib/access/actor.ts'
import { claimRequest, type KeptAnswer } from '#lib/idempotency/claim-request.ts'
import { forgetRequest } from '#lib/idempotency/forget-request.ts'
import { keepAnswer } from '#lib/idempotency/keep-answer.ts'
import { IstokError } from '../errors.ts'
import { lengthReason } from '../length-reason.ts'
import type { Wire } from './wire.ts'

/** Headers that belong to the answer and not to the one reply that carried it. */
const keptHeaders = ['content-type', 'etag', 'location', 'istok-release', 'cache-control']

/**
 * Answers a write once per `Idempotency-Key`: the same key and request get the stored answer. Only answers that changed something (2xx) are kept; a
 * refusal changed nothing, so the same key may try again. Throws invalid (400: not a key; 422: used for another request), conflict (still running).
 */
export async function answerOnce(
  wire: Wire,
  actor: Actor,
  request: Request,
  bytes: Uint8Array,
  secret: boolean,
  answer: () => Promise<Response>,
): Promise<Response> {
  const header = request.headers.get('idempotency-key')
  if (header === null || actor.kind === 'anonymous') return answer()
  const claim = await claimRequest(wire.istok, { actor: actor.id, key: keyOf(header), request: hashOf(request, bytes) })
  if (claim.state === 'kept') return replay(claim.answer)
  let response: Response
  try {
    response = await answer()
  } catch (error) {
    await forgetRequest(wire.istok, claim.id)
    throw error
  }
  const body = secret ? null : Buffer.from(await response.clone().arrayBuffer())
  const headers = Object.fromEntries([...response.headers].filter(([name]) => keptHeaders.includes(name)))
  await keepAnswer(wire.istok, claim.id, { status: response.status, headers, body })
  return response
}

/** A key: a structured-field string in quotes, or bare. */
export const keyForm = /^(?:"([\x20-\x21\x23-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255}))$/

function keyOf(header: string): string {
  const [, quoted, bare] = keyForm.exec(header.trim()) ?? []
  const key = quoted ?? bare
  if (key !== undefined) return key
  throw new IstokError('invalid', 'Idempotency-Key has 1 to 255 visible ASCII characters', {
    status: 400,
    errors: [{ pointer: 'Idempotency-Key', message: 'has 1 to 255 visible ASCII characters', ...lengthReason(1, 255) }],
  })
}

/** Everything that makes it the same request. The boundary of a multipart body is chosen anew at each try and does not count. */
function hashOf(request: Request, bytes: Uint8Array): string {
  const { pathname, search } = new URL(request.url)
  const contentType = request.headers.get('content-type') ?? ''
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1]
  const hash = createHash('sha256')
  hash.update(`${request.method} ${pathname}${search}\n${contentType.split(';', 1)[0]}\n${request.headers.get('if-match') ?? ''}\n`)
  hash.update(boundary === undefined ? bytes : Buffer.from(bytes).toString('latin1').replaceAll(boundary, ''))
  return `sha256-${hash.digest('base64url')}`
}

function replay({ status, headers, body }: KeptAnswer): Response {
  if (body === null) {
    throw new IstokError('conflict', 'This was done by the first request; its answer held a secret that is shown once and was not kept', {
      reason: 'done-already',
    })
  }
  return new Response(body.byteLength === 0 ? null : new Uint8Array(body), {
    status,
    headers: { ...headers, 'Idempotency-Replayed': 'true' },
  })
}
