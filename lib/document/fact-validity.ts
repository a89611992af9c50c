/** One value of a fact and when it holds; `validFrom` and `validTo` are ISO 8601 instants, null is open. */
export interface FactValidity {
  value: string | Record<string, string>
  validFrom: string | null
  validTo: string | null
}

/** The value that holds at `instant` (milliseconds): of those that do, the one that began last. null when none holds. */
export function valueAt(values: readonly FactValidity[], instant: number): FactValidity['value'] | null {
  let found: FactValidity | null = null
  let foundFrom = Number.NEGATIVE_INFINITY
  for (const value of values) {
    const from = startOf(value)
    if (from > instant || endOf(value) <= instant || (found && from < foundFrom)) continue
    found = value
    foundFrom = from
  }
  return found?.value ?? null
}

/** The instants after `instant` at which the value changes, ascending, in milliseconds. */
export function changesAfter(values: readonly FactValidity[], instant: number): number[] {
  const edges = new Set(values.flatMap(value => [startOf(value), endOf(value)]).filter(edge => Number.isFinite(edge)))
  return [...edges].filter(edge => edge > instant && !isSameValue(valueAt(values, edge - 1), valueAt(values, edge))).sort((a, b) => a - b)
}

function startOf({ validFrom }: FactValidity): number {
  return validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(validFrom)
}

function endOf({ validTo }: FactValidity): number {
  return validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo)
}

function isSameValue(a: FactValidity['value'] | null, b: FactValidity['value'] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
