import { mostQuestion, readPhone } from '#app/(operator)/operator/[locale]/read-address.ts'

/** What the frame says to the page that holds it. */
export type FrameMessage =
  | { type: 'istok:ready' }
  | { type: 'istok:token-needed' }
  | { type: 'istok:insert'; text: string; html: string | null; slug: string; locale: string; release: number; hash: string }

/** What the page may say to the frame. `topic`: what the call is about, looked for at once. */
export type HostMessage =
  | { type: 'istok:token'; token: string }
  | { type: 'istok:query'; q: string }
  | { type: 'istok:caller'; phone: string | null; topic: string | null }

/** A message of the host, or null: from another window, from an origin that is not allowed, or of another kind. */
export function readHostMessage(
  event: Pick<MessageEvent, 'origin' | 'source' | 'data'>,
  origins: readonly string[],
  host: unknown,
): HostMessage | null {
  if (event.source !== host || !origins.includes(event.origin)) return null
  const data: unknown = typeof event.data === 'string' ? parseContext(event.data) : event.data
  if (!isRecord(data)) return null
  if (data.type === 'istok:token' && typeof data.token === 'string') return { type: data.type, token: data.token }
  if (data.type === 'istok:query' && typeof data.q === 'string') return { type: data.type, q: data.q.slice(0, mostQuestion) }
  if (data.type === 'istok:caller') return callerOf(data.phone, data.topic)
  return data.event === 'appContext' ? callerOf(readPath(data, ['data', 'contact', 'phone_number']), null) : null
}

/** Chatwoot sends its context as text; any other text is none of ours. */
function parseContext(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, 100_000))
  } catch {
    return null
  }
}

function callerOf(phone: unknown, topic: unknown): HostMessage {
  const said = typeof topic === 'string' ? topic.trim().slice(0, mostQuestion) : ''
  return { type: 'istok:caller', phone: typeof phone === 'string' ? readPhone(phone) : null, topic: said || null }
}

function readPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at: unknown, name) => (isRecord(at) ? at[name] : undefined), value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
