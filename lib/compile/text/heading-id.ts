import { latinLetters } from '#lib/document/slug.ts'

const latin = new Map(Object.entries(latinLetters))
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') latin.set(letter, letter)
const wordCharacter = /[\p{L}\p{N}]/u
const maxLength = 60

/** An anchor made of a heading's words: "Как оплатить?" → "kak-oplatit". Letters of other scripts stay; taken ids get a number. */
export function headingId(text: string, taken: Set<string>): string {
  let id = ''
  for (const letter of text.toLowerCase()) {
    const known = latin.get(letter)
    if (known !== undefined) id += known
    else if (letter > '\u007f' && wordCharacter.test(letter)) id += letter
    else if (id !== '' && !id.endsWith('-')) id += '-'
    if (id.length >= maxLength) break
  }
  id = id.replace(/-+$/, '') || 'section'
  let unique = id
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${number}`
  taken.add(unique)
  return unique
}
