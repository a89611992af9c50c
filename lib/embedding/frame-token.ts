import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Istok } from '../istok.ts'

/** Seconds for which a one-time token can be redeemed. */
export const tokenSeconds = 60
/** Seconds that a frame's session holds without renewal, and in any case: a shift. */
export const sessionSeconds = 15 * 60
export const longestSessionSeconds = 8 * 60 * 60

const claimsSchema = z.strictObject({ embedding: z.string(), user: z.string(), version: z.int(), expiresAt: z.int(), nonce: z.string() })
export type FrameClaims = z.output<typeof claimsSchema>

/** A signed token: who may open which embedding until when (milliseconds since the epoch). */
export function signFrameToken(istok: Istok, claims: Omit<FrameClaims, 'nonce'>): string {
  const payload = Buffer.from(JSON.stringify({ ...claims, nonce: randomBytes(16).toString('base64url') })).toString('base64url')
  return `${payload}.${signatureOf(istok, payload)}`
}

/** What a token of ours says, or null for any other text. Whether it still holds is for the caller to say. */
export function readFrameToken(istok: Istok, token: string): FrameClaims | null {
  const [payload = '', signature = '', ...rest] = token.split('.')
  const expected = Buffer.from(signatureOf(istok, payload))
  const given = Buffer.from(signature)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  try {
    return claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

function signatureOf({ secret }: Istok, payload: string): string {
  return createHmac('sha256', `${secret}:frame-token`).update(payload).digest('base64url')
}

const prefix = 'istokframe_'

/** The secret of a frame's session; kept in the memory of the frame. */
export function makeFrameSecret(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** Whether a bearer token is a frame's session. */
export function isFrameSecret(token: string): boolean {
  return token.startsWith(prefix)
}

/** What is stored of a token or a session. */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'base64url')
}
