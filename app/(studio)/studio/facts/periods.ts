import { type FactValidity, valueAt } from '#lib/document/fact-validity.ts'

/** A stretch of time in which one value is said. Milliseconds; null: open. `index`: its place among the values; null: nothing is said. */
export interface Period {
  from: number | null
  to: number | null
  index: number | null
}

/** Time from end to end, cut where another value begins to be said. */
export function periodsOf(values: readonly FactValidity[]): Period[] {
  const edges = [...new Set(values.flatMap(({ validFrom, validTo }) => [validFrom, validTo]).flatMap(edgeOf))].sort((a, b) => a - b)
  const starts: (number | null)[] = [null, ...edges]
  const periods: Period[] = []
  for (const [place, from] of starts.entries()) {
    const to = edges[place] ?? null
    const index = indexAt(values, from ?? (to ?? 0) - 1)
    const last = periods.at(-1)
    if (last && last.index === index) last.to = to
    else periods.push({ from, to, index })
  }
  return periods.filter(({ index, from, to }) => index !== null || (from !== null && to !== null))
}

function edgeOf(instant: string | null): number[] {
  const edge = instant === null ? Number.NaN : Date.parse(instant)
  return Number.isNaN(edge) ? [] : [edge]
}

/** The value that is said at an instant, by its place: valueAt on places instead of texts. */
function indexAt(values: readonly FactValidity[], instant: number): number | null {
  const found = valueAt(
    values.map(({ validFrom, validTo }, index) => ({ value: String(index), validFrom, validTo })),
    instant,
  )
  return found === null ? null : Number(found)
}
