/** What the frame says to the page that holds it. */
export type FrameMessage =
  | { type: 'istok:ready' }
  | { type: 'istok:token-needed' }
  | { type: 'istok:insert'; text: string; html: string | null; slug: string; locale: string; release: number; hash: string }

/** What the page may say to the frame. */
export type HostMessage = { type: 'istok:token'; token: string } | { type: 'istok:query'; q: string }

/** A message of the host, or null: from another window, from an origin that is not allowed, or of another kind. */
export function readHostMessage(
  event: Pick<MessageEvent, 'origin' | 'source' | 'data'>,
  origins: readonly string[],
  host: unknown,
): HostMessage | null {
  if (event.source !== host || !origins.includes(event.origin)) return null
  const data: unknown = event.data
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  if (data.type === 'istok:token' && 'token' in data && typeof data.token === 'string') return { type: data.type, token: data.token }
  if (data.type === 'istok:query' && 'q' in data && typeof data.q === 'string') return { type: data.type, q: data.q.slice(0, 500) }
  return null
}

/** What the address of the frame says: `?q=` a question, `#token=` the one-time token, `#phone=` who calls. The fragment never leaves the browser. */
export function readAddress({ search, hash }: { search: string; hash: string }): { q: string; token: string | null; phone: string | null } {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  const phone = fragment
    .get('phone')
    ?.replace(/[^\d+*# ()-]/g, '')
    .slice(0, 30)
  return { q: (new URLSearchParams(search).get('q') ?? '').slice(0, 500), token: fragment.get('token'), phone: phone || null }
}
