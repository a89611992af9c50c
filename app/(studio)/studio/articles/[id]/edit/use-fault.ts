'use client'

import { useCallback } from 'react'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'
import type { FieldError } from '#lib/errors.ts'

/** What is wrong with a field, in the language of the interface; null: nothing. */
export type Fault = (field: string) => string | null

/** Says the faults of a refusal at their fields. */
export function useFault(faults: FieldError[]): Fault {
  const say = useFieldFault()
  return useCallback(
    field => {
      const found = faults.filter(({ pointer }) => fieldOf(pointer) === field)
      return found.length === 0 ? null : [...new Set(found.map(say))].join('; ')
    },
    [faults, say],
  )
}

/** The field that a JSON pointer of a refusal means, e.g. `/questions/2` → `questions`, `/variations/ivr/document/content/0` → `variations.ivr`. */
export function fieldOf(pointer: string): string {
  const [, first = '', second = ''] = pointer.split('/')
  return first === 'variations' ? `variations.${second}` : first
}
