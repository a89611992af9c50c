'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldError } from '#lib/errors.ts'
import { sayFault, type Words } from './say-problem.ts'

/** Says a fault in the language of the interface; one whose reason is not known here only that it is wrong. */
export function useFieldFault(): (fault: FieldError) => string {
  const t = useTranslations() as unknown as Words
  return useCallback(fault => sayFault(t, fault), [t])
}

/** Says the first fault at or below a JSON pointer, e.g. `/title`; undefined: nothing is wrong there. */
export function useFaultAt(faults: readonly FieldError[] = []): (pointer: string) => string | undefined {
  const say = useFieldFault()
  return pointer => {
    const found = faults.find(fault => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
    return found && say(found)
  }
}
