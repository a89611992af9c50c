import type { FactRun } from '../resolve/resolved.ts'
import { amountValue, type TypedValue } from './extract-values.ts'
import { unitOfFact } from './units.ts'

const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/

/** The value of a fact in the terms of values that stand in a text. null: a fact that is never typed as a value (text, address). */
export function factAsTyped(run: FactRun): TypedValue | null {
  const { type, unit } = run.fact
  if (type === 'phone' || type === 'timeRange') return { group: type, values: [run.value], text: run.text }
  if (type === 'date') return { group: type, values: [run.value, run.value.slice(4)], text: run.text }
  const amount = unitOfFact(type, unit)
  if (!amount) return null
  const ends = range.exec(run.value)
  if (!ends) return { group: amount.group, values: [amountValue(trimNumber(run.value), amount)], text: run.text }
  const lower = amountValue(trimNumber(ends[1] ?? ''), amount)
  const upper = amountValue(trimNumber(ends[2] ?? ''), amount)
  return { group: amount.group, values: [`${lower}–${upper}`, lower, upper], text: run.text }
}

function trimNumber(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
