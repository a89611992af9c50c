import { type MaskName, masks } from '#lib/answering/mask-personal-data.ts'

const placeholder = new RegExp(`\\[(${masks.join('|')})\\]`, 'g')

/** A wording with what was masked in it said in the reader's language: [phone] as [телефон]. */
export function sayMasks(text: string, say: (mask: MaskName) => string): string {
  return text.replace(placeholder, (_, mask: MaskName) => say(mask))
}
