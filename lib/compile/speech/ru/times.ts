import { spellCardinal } from './cardinals.ts'
import { type Case, countedForm, genitive } from './grammar.ts'
import { hour as hourNoun } from './nouns.ts'

/** Whether hours and minutes exist on a clock; 24:00 is allowed as the end of a day. */
export function isTime(hours: number, minutes: number): boolean {
  return minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0))
}

/** "девять часов", "девять тридцать", "девять ноль пять"; `bare` leaves out "часов" after a full hour, but not at midnight ("с нуля часов"). */
export function spellTime(hours: number, minutes: number, inCase: Case, bare = false): string {
  const head = spellCardinal(hours, inCase)
  if (minutes === 0) return bare && hours > 0 ? head : `${head} ${countedForm(hours, hourNoun, inCase)}`
  const zero = minutes < 10 ? `${spellCardinal(0, inCase)} ` : ''
  return `${head} ${zero}${spellCardinal(minutes, inCase)}`
}

/** "с девяти до восемнадцати часов"; the word "часов" is said once, at the end. Round the clock is "круглосуточно". */
export function spellTimeRange(from: readonly [number, number], to: readonly [number, number]): string {
  if (from[0] === 0 && from[1] === 0 && to[1] === 0 && to[0] === 24) return 'круглосуточно'
  return `с ${spellTime(from[0], from[1], genitive, true)} до ${spellTime(to[0], to[1], genitive)}`
}
