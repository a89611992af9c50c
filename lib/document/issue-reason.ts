import type { z } from 'zod'

/** A fault as a machine word with what belongs to it, beside its English message, so that an interface can say it in its own language. */
export interface Reason {
  reason: string
  arguments?: Record<string, string | number>
}

/** The machine word for a fault that a schema found; `wrong-form` when it has none of its own. Rules of our own give theirs as `params: {reason, arguments}`. */
export function issueReason(issue: z.core.$ZodIssue): Reason {
  switch (issue.code) {
    case 'too_big':
      return { reason: largeness[issue.origin as keyof typeof largeness] ?? 'too-large', arguments: { maximum: Number(issue.maximum) } }
    case 'too_small':
      return smallness(issue.origin, Number(issue.minimum))
    case 'invalid_type':
      return { reason: 'wrong-type' }
    case 'invalid_value':
      return { reason: 'not-one-of', arguments: { values: issue.values.slice(0, 20).map(String).join(', ') } }
    case 'invalid_format':
      return { reason: 'wrong-form' }
    case 'unrecognized_keys':
      return { reason: 'unknown-member', arguments: { name: issue.keys.slice(0, 5).join(', ').slice(0, 200) } }
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator === 'type' ? { reason: 'not-allowed-here' } : { reason: 'wrong-form' }
    case 'custom':
      return isReason(issue.params)
        ? { reason: issue.params.reason, ...(issue.params.arguments && { arguments: issue.params.arguments }) }
        : { reason: 'wrong-form' }
    default:
      return { reason: 'wrong-form' }
  }
}

const largeness = { string: 'too-long', array: 'too-many', set: 'too-many', number: 'too-large', int: 'too-large' } as const

function smallness(origin: string, minimum: number): Reason {
  if (origin === 'string') return minimum === 1 ? { reason: 'empty' } : { reason: 'too-short', arguments: { minimum } }
  return { reason: origin === 'array' || origin === 'set' ? 'too-few' : 'too-small', arguments: { minimum } }
}

function isReason(params: unknown): params is Required<Pick<Reason, 'reason'>> & Reason {
  return typeof params === 'object' && params !== null && 'reason' in params && typeof params.reason === 'string'
}
