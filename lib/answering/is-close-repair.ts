import { foldWord } from '#lib/search/analyser/fold.ts'
import { editDistance } from '#lib/search/repair/edit-distance.ts'

/**
 * Whether every word of a repaired question may be a slip of the one that was typed: one edit in words of 5 to 8 letters, two in longer ones, a wrong first
 * letter counts twice. Search may repair more boldly, since who searches sees what was found; an answer to another question must not be given.
 */
export function isCloseRepair(typed: string, repaired: string): boolean {
  const [before, after] = [typed, repaired].map(text => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(foldWord))
  if (!before || !after || before.length !== after.length) return true
  return before.every((word, at) => isSlip(word, after[at]!))
}

function isSlip(typed: string, meant: string): boolean {
  if (typed === meant) return true
  const length = Math.max(typed.length, meant.length)
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2
  const isExchanged = typed[0] === meant[1] && typed[1] === meant[0]
  return editDistance(typed, meant, allowed) + (typed[0] === meant[0] || isExchanged ? 0 : 1) <= allowed
}
