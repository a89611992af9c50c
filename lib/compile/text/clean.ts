import { cleanLine, cleanText } from '#lib/document/clean-text.ts'

/** Everything that cleaning could touch: a class of code units, many times quicker to test than Unicode properties. */
const suspects = ['\\u0000-\\u001f', '\\u007f-\\u009f', '\\ud800-\\udfff', '\\ufeff', '\\ufffe\\uffff']
const suspicious = new RegExp(`[${suspects.join('')}]`)

/** `cleanLine` for text that is nearly always clean already. */
export function quickCleanLine(text: string): string {
  return suspicious.test(text) ? cleanLine(text) : text
}

/** `cleanText` for text that is nearly always clean already. */
export function quickCleanText(text: string): string {
  return suspicious.test(text) ? cleanText(text) : text
}
