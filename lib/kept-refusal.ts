import type { ErrorCode, FieldError, IstokError } from './errors.ts'
import type { RefusalReason } from './refusal-reasons.ts'

/** A refusal of something that was done later, by itself: what the API would have said to whoever asked for it. */
export interface KeptRefusal {
  code: ErrorCode
  detail: string
  reason?: RefusalReason
  arguments?: Record<string, string | number>
  errors?: FieldError[]
  losses?: unknown[]
  unapproved?: unknown[]
  own?: unknown[]
}

/** Of each list: as many as a page shows. */
const most = 20

/** What is kept of a refusal; its lists are cut to 20 entries each. */
export function keptRefusal({ code, message, details }: IstokError): KeptRefusal {
  const { reason, arguments: said, errors, extra = {} } = details
  const lists = Object.entries(extra).filter(([name, list]) => ['losses', 'unapproved', 'own'].includes(name) && Array.isArray(list))
  return {
    code,
    detail: message,
    ...(reason && { reason }),
    ...(said && { arguments: said }),
    ...(errors && { errors: errors.slice(0, most) }),
    ...Object.fromEntries(lists.map(([name, list]) => [name, (list as unknown[]).slice(0, most)])),
  }
}
