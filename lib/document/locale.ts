import { z } from 'zod'

/** A language tag of BCP 47 (RFC 5646) in its usual spelling: language, optional script, optional region (`ru`, `en-GB`, `sr-Latn-RS`). */
export const localeSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'a language tag such as ru, en or en-GB')

export function isLocale(text: string): boolean {
  return localeSchema.safeParse(text).success
}
