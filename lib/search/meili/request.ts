/** Where a Meilisearch is, and with what key. */
export interface MeiliTarget {
  url: string
  key: string | undefined
}

/**
 * Why a request did not succeed. `network`: no answer, or one that is cut; `gateway`: an answer that is none of Meilisearch's; `status`: its own refusal, with
 * its code.
 */
export class MeiliFault extends Error {
  readonly kind: 'network' | 'timeout' | 'gateway' | 'status'
  readonly status: number
  readonly code: string
  /** Milliseconds that the server asks to wait; null: it does not. */
  readonly retryAfter: number | null

  constructor(
    kind: MeiliFault['kind'],
    message: string,
    { status = 0, code = '', retryAfter = null as number | null, cause = undefined as unknown } = {},
  ) {
    super(message, { cause })
    this.kind = kind
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }

  /** True where the same request may succeed later without anybody changing anything. */
  get passes(): boolean {
    return this.kind !== 'status' || [408, 425, 429, 500, 502, 503, 504].includes(this.status) || fullCodes.has(this.code)
  }
}

/** Refusals that end when there is room again. */
const fullCodes = new Set(['no_space_left_on_device', 'too_many_open_files', 'too_many_search_requests'])

interface Question {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
  /** Milliseconds until the request is given up. */
  timeout: number
}

/** Most bytes of an answer. */
const longestAnswer = 64 * 1024 * 1024

/** Asks a Meilisearch and returns what it says. Throws MeiliFault; never shows the key. */
export async function askMeili({ url, key }: MeiliTarget, { method, path, body, timeout }: Question): Promise<unknown> {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  if (body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  let text: string
  try {
    const signal = AbortSignal.timeout(timeout)
    response = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
      ...{ method, headers, signal, redirect: 'error' as const },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (Number(response.headers.get('content-length') ?? 0) > longestAnswer) throw new Error('the answer is too long')
    text = await response.text()
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw new MeiliFault(
      isLate ? 'timeout' : 'network',
      `${method} ${path}: ${isLate ? `no answer within ${timeout} ms` : reasonOf(error)}`,
      {
        cause: error,
      },
    )
  }
  const said = parse(text)
  if (response.ok && (said !== undefined || response.status === 204)) return said
  const { message, code } = (said ?? {}) as { message?: unknown; code?: unknown }
  const retryAfter = readRetryAfter(response.headers.get('retry-after'))
  if (response.ok || typeof code !== 'string')
    throw new MeiliFault('gateway', `${method} ${path}: HTTP ${response.status} that is not Meilisearch's`, {
      status: response.status,
      retryAfter,
    })
  throw new MeiliFault('status', `${method} ${path}: ${response.status} ${code}: ${String(message).slice(0, 300)}`, {
    ...{ status: response.status, code, retryAfter },
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error instanceof Error ? error.message : String(error)
}

function readRetryAfter(header: string | null): number | null {
  const seconds = Number(header)
  return header === null || !Number.isFinite(seconds) || seconds < 0 ? null : Math.min(seconds, 600) * 1000
}
