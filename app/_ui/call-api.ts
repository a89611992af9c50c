import type { FieldError } from '#lib/errors.ts'
import type { RefusalReason } from '#lib/refusal-reasons.ts'

/** A refusal of the API (RFC 9457), or `offline` when it could not be reached. */
export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  /** A word for the refusal as a whole; a reply that came from elsewhere has none. */
  reason?: RefusalReason
  arguments?: Record<string, string | number>
  errors?: FieldError[]
  [member: string]: unknown
}

export type Reply<T> = { ok: true; status: number; body: T } | { ok: false; problem: Problem }

interface Call {
  body?: unknown
  /** The version that was changed; sent as If-Match. */
  version?: number | null
}

/** Asks /api/v1 with the session of this page. Never throws. */
export async function callApi<T = unknown>(method: string, path: string, { body, version }: Call = {}): Promise<Reply<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(version == null ? {} : { 'If-Match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const parsed: unknown = text === '' ? null : JSON.parse(text)
    if (response.ok) return { ok: true, status: response.status, body: parsed as T }
    return { ok: false, problem: { ...(parsed as Problem), status: response.status } }
  } catch {
    return { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } }
  }
}
