import type { Istok } from '../../istok.ts'
import { readBody } from '../read-body.ts'

/** Browsers say where a form comes from; whoever says nothing is no browser that somebody could misuse. */
export function isOwnForm(istok: Istok, request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || origin === new URL(istok.env.publicUrl).origin || origin === new URL(request.url).origin
}

/** The fields of a form of at most `limit` bytes; null: it is none. Throws too_large. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  return new URLSearchParams(Buffer.from(await readBody(request, limit)).toString())
}
