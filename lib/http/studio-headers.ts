import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { securityHeaders, stripInternalHeaders } from './security-headers.ts'

export interface StudioOptions {
  publicUrl: string
  /** Next's development server evaluates code and connects back to itself. */
  dev?: boolean
  /** Origins that may frame this page; null: none may. */
  frameOrigins?: string[] | null
}

/**
 * Makes a request ready for Next's handler: drops what only the server may say, sets a fresh nonce policy on the request (Next puts its nonce on
 * every script) and on the response, and tells the pages the caller's address and path. Pages are private and never stored. Call it for every request that Next answers.
 */
export function prepareStudioRequest(request: IncomingMessage, response: ServerResponse, options: StudioOptions): void {
  stripInternalHeaders(request)
  for (const name of Object.keys(request.headers)) if (name.startsWith('x-istok-')) delete request.headers[name]
  const path = request.url ?? '/'
  for (const [name, value] of securityHeaders(options.publicUrl)) response.setHeader(name, value)
  if (path.startsWith('/_next/static/')) return
  const nonce = randomBytes(18).toString('base64url')
  const policy = studioPolicy(nonce, options.dev ?? false, options.frameOrigins ?? null)
  request.headers['content-security-policy'] = policy
  request.headers['x-istok-nonce'] = nonce
  request.headers['x-istok-path'] = path
  request.headers['x-istok-address'] = request.socket.remoteAddress ?? 'unknown'
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', options.frameOrigins ? 'cross-origin' : 'same-origin')
  if (options.frameOrigins) response.removeHeader('X-Frame-Options')
  else response.setHeader('X-Frame-Options', 'DENY')
  if (path.startsWith('/operator')) response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
}

/**
 * The policy of the pages that Next renders. Scripts need the nonce; style elements, too. Style attributes are allowed: the component library positions and
 * sizes with them, and an attribute can neither load nor run anything under this policy.
 */
export function studioPolicy(nonce: string, dev: boolean, frameOrigins: string[] | null = null): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src-elem 'self' 'unsafe-inline'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameOrigins?.join(' ') ?? "'none'"}`,
  ].join('; ')
}
