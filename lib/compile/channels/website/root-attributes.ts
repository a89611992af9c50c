import { languageOf } from '../../facts/fact-value.ts'
import { escapeHtml } from '../../text/escape-html.ts'

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** `lang` and, for right-to-left scripts, `dir` of an answer: it may be shown on a page in another language. */
export function rootAttributes(locale: string): string {
  return ` lang="${escapeHtml(locale)}"${rightToLeft.has(languageOf(locale)) ? ' dir="rtl"' : ''}`
}
