import { type FactValidity, valueAt } from '#lib/document/fact-validity.ts'

/** The values with another one in place of that which holds at `instant` (milliseconds); added without dates where none holds. */
export function replaceCurrent(values: FactValidity[], value: FactValidity['value'], instant: number): FactValidity[] {
  const current = valueAt(values, instant)
  const holds = (one: FactValidity) => one.value === current && valueAt([one], instant) !== null
  const index = current === null ? -1 : values.findIndex(holds)
  if (index < 0) return [...values, { value, validFrom: null, validTo: null }]
  return values.map((one, at) => (at === index ? { ...one, value } : one))
}
