'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** One fault as the API names it: `reason` is a word of the API, `arguments` what belongs to it. */
export interface FieldFault {
  pointer: string
  message: string
  reason?: string
  arguments?: Record<string, string | number>
}

/** Says a fault in the language of the interface; one whose reason is not known here in the API's own words. */
export function useFieldFault(): (fault: FieldFault) => string {
  const t = useTranslations('faults')
  return useCallback(
    ({ reason, message, arguments: values = {} }) => {
      const key = reason as Parameters<typeof t.has>[0] | undefined
      return key !== undefined && t.has(key)
        ? (t as unknown as (name: string, values: Record<string, string | number>) => string)(key, values)
        : message
    },
    [t],
  )
}

/** Says the first fault at or below a JSON pointer, e.g. `/title`; undefined: nothing is wrong there. */
export function useFaultAt(faults: readonly FieldFault[] = []): (pointer: string) => string | undefined {
  const say = useFieldFault()
  return pointer => {
    const found = faults.find(fault => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
    return found && say(found)
  }
}
