import type { FieldError } from '#lib/errors.ts'
import type { Problem } from './call-api.ts'

/** Words of the interface by their whole names, e.g. `problem.offline`. */
export interface Words {
  (key: string, values?: Record<string, string | number>): string
  has(key: string): boolean
}

/** What a refusal means and what to do next: by its own word, by what is wrong in a field, or by its status. */
export function sayProblem(
  t: Words,
  { reason, status, code, errors = [], arguments: values }: Pick<Problem, 'reason' | 'status' | 'code' | 'errors' | 'arguments'>,
): string {
  if (reason !== undefined && t.has(`refusals.${reason}`)) return t(`refusals.${reason}`, values)
  if (code === 'offline') return t('problem.offline')
  const byStatus = saidByStatus[status]
  if (byStatus) return t(byStatus)
  const [first] = errors
  if (first && (status === 400 || status === 409 || status === 422)) return t('problem.invalidBecause', { fault: sayFault(t, first) })
  if (status === 409) return t('problem.conflict')
  return t(status === 422 ? 'problem.invalid' : 'problem.internal')
}

const saidByStatus: Record<number, string> = {
  401: 'problem.sessionEnded',
  403: 'problem.forbidden',
  404: 'problem.notFound',
  412: 'problem.changedMeanwhile',
  413: 'problem.tooLarge',
  429: 'problem.tooMany',
}

/** A fault in a field; one whose word is not known here only as being wrong. */
export function sayFault(t: Words, { reason, arguments: values }: Pick<FieldError, 'reason' | 'arguments'>): string {
  const key = ['faults', 'refusals'].map(space => `${space}.${reason}`).find(one => t.has(one))
  return key === undefined ? t('faults.wrong-form') : t(key, values)
}
