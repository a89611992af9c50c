import { z } from '@hono/zod-openapi'
import { IstokError } from '../../errors.ts'

/** Shapes that several resources share. */

export const localeName = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language code, e.g. ru')
  .max(35)
  .openapi({ example: 'ru' })

export const channelName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the id of a channel, e.g. chatbot')
  .openapi({ example: 'chatbot' })

/** An address word: lower-case ASCII words joined by hyphens. */
export const slugName = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case ASCII words joined by hyphens, e.g. transfer-fee')
  .max(120)
  .openapi({ example: 'transfer-fee' })

export const idText = z.string().min(1).max(100)
/** The key of a fact or a snippet in an address. */
export const keySchema = z.string().min(1).max(100)

/** An instant as callers write it; milliseconds since the epoch inside. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 time with offset, e.g. 2027-01-01T00:00:00+03:00' })
  .transform(text => Date.parse(text))
  .openapi({ type: 'string', format: 'date-time', example: '2027-01-01T00:00:00+03:00' })

/** An instant as replies write it. */
export const shownInstant = z.iso.datetime({ offset: true }).openapi({ example: '2026-11-22T10:00:00+03:00' })

/** Text by locale: {"ru": "Переводы", "en": "Transfers"}. */
export const byLocale = z.record(localeName, z.string().min(1).max(300))

export const limitQuery = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .default(50)
  .openapi({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
export const cursorQuery = z.string().max(500).optional().openapi({ description: 'nextCursor of the page before' })
export const pageQuery = z.strictObject({ limit: limitQuery, cursor: cursorQuery })

/** `true` or `false` in a query. */
export const flagQuery = z
  .enum(['true', 'false'])
  .default('false')
  .transform(text => text === 'true')
  .openapi({ type: 'string', enum: ['true', 'false'], default: 'false' })

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** Throws invalid (422) when a body names another key than its address. */
export function requireSameKey(address: string, body: string): void {
  if (address === body) return
  const message = `must be "${address}", as in the address`
  throw new IstokError('invalid', `key ${message}`, { errors: [{ pointer: '/key', message, reason: 'key-form' }] })
}
