import { stemEnglish } from './stem-english.ts'
import { stemRussian } from './stem-russian.ts'

const known = new Map<string, string>()
/** Entries; a word with its key takes about 150 bytes. */
const capacity = 100_000

/** The key under which the forms of a folded word meet. The alphabet decides on the language; words with digits are their own key. */
export function stem(word: string): string {
  let key = known.get(word)
  if (key === undefined) {
    key = keyOf(word)
    if (known.size >= capacity) known.clear()
    known.set(word, key)
  }
  return key
}

function keyOf(word: string): string {
  if (word.length > 40) return word
  if (/^[а-я]+$/.test(word)) return stemRussian(word)
  if (/^[a-z']+$/.test(word)) return stemEnglish(word)
  return word
}
