import type { Noun } from './grammar.ts'
import { currencies } from './money.ts'
import { businessDay, day, hour, minute, month, percent, second, unitNouns, week, year } from './nouns.ts'

const nouns: ReadonlyMap<string, Noun> = new Map<string, Noun>([
  ['second', second],
  ['minute', minute],
  ['hour', hour],
  ['day', day],
  ['businessDay', businessDay],
  ['week', week],
  ['month', month],
  ['year', year],
  ['percent', percent],
  ['piece', unitNouns.get('шт')!],
  ['kilobyte', unitNouns.get('КБ')!],
  ['megabyte', unitNouns.get('МБ')!],
  ['gigabyte', unitNouns.get('ГБ')!],
  ['kilometer', unitNouns.get('км')!],
  ['meter', unitNouns.get('м')!],
  ['kilogram', unitNouns.get('кг')!],
  ['megabitPerSecond', unitNouns.get('Мбит/с')!],
  ...[...currencies].map(([code, { whole }]) => [code, whole] as const),
])

/** The declined noun of a fact's unit (a duration or number unit, `percent`, an ISO 4217 code), written and spoken alike; undefined when there is none. */
export function factUnitNoun(unit: string): Noun | undefined {
  return nouns.get(unit)
}
