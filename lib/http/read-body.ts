import { escapePointer } from '#lib/document/escape-pointer.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { findJsonFault } from './find-json-fault.ts'
import { findRepeatedMember } from './find-repeated-member.ts'

const megabyte = 1024 * 1024

/** Bytes that a body may have, counted as they arrive: what Content-Length says is not believed. */
export const bodyLimits = { json: megabyte, article: 2 * megabyte, upload: 20 * megabyte, import: 50 * megabyte }

/** Levels of nesting that any JSON may have; documents have a tighter limit of their own. HARDENING.md B4: recursive code breaks near 1,000. */
export const depthLimit = 200

/** The bytes of the request's body. Throws too_large (413, extra.limit in bytes) as soon as more than `limit` bytes have arrived or are announced. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = (request.body as ReadableStream<Uint8Array>).getReader()
  for (;;) {
    const { done, value } = await readChunk(reader)
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => undefined)
      throw tooLarge(limit)
    }
    chunks.push(value)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read()
  } catch (cause) {
    throw new IstokError('invalid', 'The body ended before it was complete', { status: 400, cause })
  }
}

function tooLarge(limit: number): IstokError {
  return new IstokError('too_large', `The body may have ${limit} bytes (${limit / megabyte} MB)`, {
    reason: 'body-large',
    arguments: { megabytes: limit / megabyte },
    extra: { limit },
    headers: { Connection: 'close' },
  })
}

/** The JSON value that the bytes spell. Throws invalid (400) with the place: not UTF-8, not JSON, a member given twice; invalid (422): nested too deeply. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  if (text.trim() === '') throw malformed('A JSON body is needed', 0, { reason: 'needed' })
  const value = parse(text)
  refuseDepth(value)
  refuseRepetition(text)
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (cause) {
    throw new IstokError('invalid', 'The body is not valid UTF-8', {
      status: 400,
      errors: [{ pointer: '', message: 'not valid UTF-8', reason: 'not-utf8' }],
      cause,
    })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = Math.max(findJsonFault(text), 0)
    const before = text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    const what = at >= text.length ? 'The JSON ends too early' : 'The JSON is malformed'
    throw malformed(`${what} at position ${at} (line ${line}, column ${column})`, at, {
      reason: 'json-malformed',
      arguments: { line, column },
    })
  }
}

function malformed(message: string, position: number, reason: Pick<FieldError, 'reason' | 'arguments'>): IstokError {
  return new IstokError('invalid', message, { status: 400, errors: [{ pointer: '', message, ...reason }], extra: { position } })
}

function refuseDepth(root: unknown): void {
  const waiting: { value: unknown; depth: number; place: string }[] = [{ value: root, depth: 0, place: '' }]
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { value, depth, place } = item
    if (typeof value !== 'object' || value === null) continue
    if (depth >= depthLimit) {
      const message = `is nested more than ${depthLimit} levels deep`
      throw new IstokError('invalid', `The body ${message}`, {
        errors: [{ pointer: place, message, reason: 'too-deep', arguments: { maximum: depthLimit } }],
      })
    }
    for (const [key, child] of Object.entries(value))
      waiting.push({ value: child, depth: depth + 1, place: depth === 0 ? `/${escapePointer(key)}` : place })
  }
}

function refuseRepetition(text: string): void {
  const pointer = findRepeatedMember(text)
  if (pointer === null) return
  throw new IstokError('invalid', `The member ${pointer} is given twice`, {
    status: 400,
    errors: [{ pointer, message: 'is given twice', reason: 'twice' }],
  })
}
