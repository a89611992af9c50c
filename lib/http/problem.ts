import { type ErrorCode, type ErrorDetails, type FieldError, isIstokError } from '../errors.ts'

/** The one map from a refusal to its HTTP status; `ErrorDetails.status` overrides it where HTTP has a closer one. */
const statusOf: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
}

const titles: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Authentication is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'The input was not accepted',
  428: 'If-Match is needed',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available now',
  507: 'No space left',
}

/** A refusal as RFC 9457 writes it. `code` is one of the eight error codes. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
  requestId: string
  errors?: FieldError[]
  [member: string]: unknown
}

/** A problem and the headers that belong to it, ready to be sent. */
export interface ProblemReply {
  problem: Problem
  headers: Record<string, string>
  /** True when the fault is ours and belongs into the log with its stack. */
  ours: boolean
}

/** The reply to anything that was thrown. The text of errors that are not ours on purpose never leaves the process. */
export function describeProblem(error: unknown, requestId: string): ProblemReply {
  if (!isIstokError(error))
    return { problem: problemOf('internal', 'The fault is in the log under this requestId', requestId, {}), headers: {}, ours: true }
  const { code, message, details } = error
  const problem = problemOf(code, message, requestId, details)
  return { problem, headers: details.headers ?? {}, ours: code === 'internal' }
}

function problemOf(code: ErrorCode, detail: string, requestId: string, details: ErrorDetails): Problem {
  const status = details.status ?? statusOf[code]
  return {
    ...details.extra,
    type: `/developers#error-${code.replaceAll('_', '-')}`,
    title: titles[status] ?? titles[statusOf[code]] ?? 'Refused',
    status,
    detail,
    code,
    requestId,
    ...(details.reason === undefined ? {} : { reason: details.reason, ...(details.arguments && { arguments: details.arguments }) }),
    ...(details.errors === undefined ? {} : { errors: details.errors }),
  }
}

/** The reply itself, as application/problem+json that nobody caches. */
export function problemResponse({ problem, headers }: ProblemReply): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Cache-Control': 'no-store', ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
  })
}
