import type { RefusalReason } from './refusal-reasons.ts'

/** The eight ways in which a use case may refuse. `lib/http/problem.ts` is the one map from a code to an HTTP status. */
export type ErrorCode = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'too_large' | 'rate_limited' | 'internal'

/** One fault in the input: `pointer` is a JSON pointer into the body, or `?name` for a query parameter, or a header's name. */
export interface FieldError {
  pointer: string
  message: string
  /** A machine word for the fault with what belongs to it, so that an interface can say it in its own language; `faults` of its messages has them all. */
  reason: string
  arguments?: Record<string, string | number>
}

export interface ErrorDetails {
  /** A machine word for the refusal as a whole with what belongs to it; `refusals` of the interface's messages has them all. */
  reason?: RefusalReason
  arguments?: Record<string, string | number>
  errors?: FieldError[]
  /** Overrides the code's usual status where HTTP has a closer one: 410 gone, 412/428 preconditions, 507 no space. */
  status?: number
  /** Headers that belong to the refusal: Retry-After, Location, ETag. */
  headers?: Record<string, string>
  /** Further members of the problem document, e.g. `losses`, `current`. */
  extra?: Record<string, unknown>
  cause?: unknown
}

/** What happens to people who did nothing wrong by the form says why in a word: status and form are not enough to go on from. */
type NeedsReason = 'conflict' | 'too_large'

/** The only error that use cases throw on purpose; anything else is a fault of ours and answers 500 without its text. */
export class IstokError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: NeedsReason, message: string, details: ErrorDetails & { reason: RefusalReason })
  constructor(code: Exclude<ErrorCode, NeedsReason>, message: string, details?: ErrorDetails)
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'IstokError'
    this.code = code
    this.details = details
  }
}

/** The same refusal again, after it came from another thread as plain data. */
export function refusedAgain({ code, message, details }: Pick<IstokError, 'code' | 'message' | 'details'>): IstokError {
  return new IstokError(code as 'invalid', message, details)
}

/** True for an IstokError of any copy of this module: server.ts and Next's bundle each load their own. */
export function isIstokError(error: unknown): error is IstokError {
  return error instanceof Error && error.name === 'IstokError' && 'code' in error
}
