import type { InterfaceLocale } from '#app/_i18n/locales.ts'
import { sayFault, type Words } from '#app/_ui/say-problem.ts'
import type { FieldError } from '#lib/errors.ts'
import type { Finding } from '#lib/findings.ts'

/** What an import found, in the language of the interface. Reports of earlier versions may hold words that are no longer known: those keep their sentence. */
export function sayFinding(t: Words, locale: InterfaceLocale, { reason, message, faults, said, ...found }: Finding): string {
  const key = `imports.reasons.${reason}`
  if (!t.has(key)) return message
  const detail = said?.[locale] ?? faults?.map(fault => sayPlaced(t, fault)).join('; ')
  const channel = found.arguments?.channel
  const known = channel !== undefined && t.has(`windows.channels.${channel}`)
  return t(key, {
    ...found.arguments,
    ...(detail !== undefined && { detail }),
    ...(known && { channel: t(`windows.channels.${channel}`) }),
  })
}

/** A fault with its place: the members of an article by the names of their fields, others as they are written. */
function sayPlaced(t: Words, fault: FieldError): string {
  const place = fault.pointer.replace(/^[/?]/, '').replaceAll('/', ' › ')
  if (place === '') return sayFault(t, fault)
  return t('imports.fault', { place, fault: sayFault(t, fault) })
}
