import type { FieldError } from './errors.ts'

/** The machine word for a text that has to have from `minimum` to `maximum` characters. */
export function lengthReason(minimum: number, maximum: number): Pick<FieldError, 'reason' | 'arguments'> {
  return { reason: 'length', arguments: { minimum, maximum } }
}
