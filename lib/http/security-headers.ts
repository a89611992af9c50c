/** Policy of everything that is not a page: nothing may be loaded, run or framed. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

/** Policy of public pages: own files only, no inline code. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

/** The headers that every reply has, as name and value in turn. `publicUrl` tells whether the site is served over https. */
export function securityHeaders(publicUrl: string): [string, string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ]
  if (publicUrl.startsWith('https:')) headers.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'])
  return headers
}

/** Sets the security headers that the reply does not have yet. Renditions and media may be embedded elsewhere; nothing else may. */
export function secure(headers: Headers, always: [string, string][]): void {
  for (const [name, value] of always) if (!headers.has(name)) headers.set(name, value)
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  if (!headers.has('content-security-policy')) headers.set('Content-Security-Policy', isPage ? pagePolicy : apiPolicy)
  if (!headers.has('cross-origin-resource-policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin')
}

const smuggled = /^(x-middleware-|x-nextjs-|next-resume$|content-security-policy|x-request-id$|x-forwarded-host$|next-action$)/

/** Removes what only Next itself may set (each of these has opened a hole once, HARDENING.md B3). Changes the request in place. */
export function stripInternalHeaders(request: { headers: Record<string, unknown>; rawHeaders: string[] }): void {
  for (const name of Object.keys(request.headers)) if (smuggled.test(name)) delete request.headers[name]
  const raw = request.rawHeaders
  for (let index = raw.length - 2; index >= 0; index -= 2) if (smuggled.test(raw[index]?.toLowerCase() ?? '')) raw.splice(index, 2)
}
