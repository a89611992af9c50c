import { stemEnglish } from './stem-english.ts'
import { stemRussian } from './stem-russian.ts'

let known = new Map<string, string>()
let former = new Map<string, string>()
/** Entries of each of the two; a word with its key takes about 150 bytes. */
const capacity = 60_000

/** The key under which the forms of a folded word meet. The alphabet decides on the language; words with digits are their own key. */
export function stem(word: string): string {
  let key = known.get(word)
  if (key === undefined) {
    key = former.get(word) ?? keyOf(word)
    if (known.size >= capacity) {
      former = known
      known = new Map()
    }
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
