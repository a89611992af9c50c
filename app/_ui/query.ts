export type Query = Record<string, string | string[] | undefined>

/** The one value of a parameter of the address; undefined when absent, empty or given twice. */
export function readValue(query: Query, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The values of a parameter that may be given several times, and with commas between values. */
export function readList(query: Query, name: string): string[] {
  return [query[name] ?? []].flat().flatMap(text => text.split(',').filter(Boolean))
}

/** A path with the parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  )
  return parameters.size === 0 ? path : `${path}?${parameters}`
}
