import { foldWord } from '#lib/search/analyser/fold.ts'
import { isFunctionWord } from '#lib/search/analyser/function-words.ts'
import { tokenise } from '#lib/search/analyser/tokens.ts'
import { editDistance } from '#lib/search/repair/edit-distance.ts'
import { generalQuestions } from './foreign-questions.ts'
import { isNearLetter } from './is-near-letter.ts'

/**
 * Whether every word of a repaired question may be a slip of the one that was typed: one edit in words of 5 to 8 letters, two in longer ones, a wrong first
 * letter counts twice; of the shorter ones a letter for another only where these are neighbours on the keyboard or sound alike. A word that people use in
 * general (tiger, white) is none. Search may repair more boldly, since who searches sees what was found; an answer to another question must not be given.
 */
export function isCloseRepair(typed: string, repaired: string): boolean {
  const [before, after] = [typed, repaired].map(text => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(foldWord))
  if (!before || !after || before.length !== after.length) return true
  return before.every((word, at) => isSlip(word, after[at]!))
}

function isSlip(typed: string, meant: string): boolean {
  if (typed === meant) return true
  if (isFunctionWord(typed) || generalWords().has(typed)) return false
  const length = Math.max(typed.length, meant.length)
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2
  const isExchanged = typed[0] === meant[1] && typed[1] === meant[0]
  if (editDistance(typed, meant, allowed) + (typed[0] === meant[0] || isExchanged ? 0 : 1) > allowed) return false
  return allowed > 1 || typed.length !== meant.length || isSlipOfOneLetter(typed, meant)
}

/** Of two words of one length and one edit: whether two neighbours changed places or one letter is like the other. */
function isSlipOfOneLetter(typed: string, meant: string): boolean {
  const other = [...typed].flatMap((letter, at) => (letter === meant[at] ? [] : [at]))
  return other.length !== 1 || isNearLetter(typed[other[0]!]!, meant[other[0]!]!)
}

let general: ReadonlySet<string> | undefined

/** The words of the questions that people ask everybody, folded. */
function generalWords(): ReadonlySet<string> {
  general ??= new Set(
    ['ru', 'en'].flatMap(locale => generalQuestions(locale).flatMap(text => tokenise(text).map(({ surface }) => surface))),
  )
  return general
}
