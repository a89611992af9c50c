import { escapePointer } from '#lib/document/escape-pointer.ts'
import { localeSchema } from '#lib/document/locale.ts'
import type { FieldError } from '../errors.ts'

/** What is wrong with a text that is given by locale. `longest` in characters (UTF-16 units). */
export function localesFaults(
  byLocale: Record<string, string>,
  pointer: string,
  { longest, atLeastOne = false }: { longest: number; atLeastOne?: boolean },
): FieldError[] {
  const errors: FieldError[] = []
  if (atLeastOne && Object.keys(byLocale).length === 0)
    errors.push({ pointer, message: 'is given in at least one locale', reason: 'no-language' })
  for (const [locale, text] of Object.entries(byLocale)) {
    const place = `${pointer}/${escapePointer(locale)}`
    if (!localeSchema.safeParse(locale).success) errors.push({ pointer: place, message: 'is not a locale', reason: 'not-a-language' })
    if (atLeastOne && text.trim() === '') errors.push({ pointer: place, message: 'must not be empty', reason: 'empty' })
    if (text.length > longest)
      errors.push({ pointer: place, message: `has at most ${longest} characters`, reason: 'too-long', arguments: { maximum: longest } })
  }
  return errors
}
