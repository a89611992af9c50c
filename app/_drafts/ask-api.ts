import type { Ask } from './translation-port.ts'

/** Milliseconds after which an answer counts as lost. */
const patience = 15_000

/** Asks /api/v1 with the session of this page. Rejects when there is no answer. */
export const askApi: Ask = (method, path, { body, version, prefer }) =>
  fetch(`/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(prefer === undefined ? {} : { Prefer: prefer }),
      ...(version == null ? {} : { 'If-Match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
