/** The kinds of things that a release can hold, as POST /releases names them. */
export const kinds = ['articles', 'facts', 'snippets', 'withdraw'] as const
export type Kind = (typeof kinds)[number]

/** Ids and keys that are chosen for a release, in the order of choosing. */
export type Selection = Record<Kind, string[]>

export const nothing: Selection = { articles: [], facts: [], snippets: [], withdraw: [] }

/** The selection with these chosen, or no longer chosen. An article cannot be published and withdrawn at once: the later choice holds. */
export function choose(selection: Selection, kind: Kind, ids: readonly string[], chosen: boolean): Selection {
  const named = new Set(ids)
  const kept = selection[kind].filter(id => !named.has(id))
  const next = { ...selection, [kind]: chosen ? [...selection[kind], ...ids.filter(id => !selection[kind].includes(id))] : kept }
  const opposite = kind === 'articles' ? 'withdraw' : kind === 'withdraw' ? 'articles' : null
  return chosen && opposite ? { ...next, [opposite]: next[opposite].filter(id => !named.has(id)) } : next
}

export function isEmpty(selection: Selection): boolean {
  return kinds.every(kind => selection[kind].length === 0)
}

/** What an address names: `?articles=a,b&facts=c`, also with a parameter given several times; null when it names nothing. */
export function selectionOf(parameters: URLSearchParams): Selection | null {
  const selection = Object.fromEntries(
    kinds.map(kind => [kind, [...new Set(parameters.getAll(kind).flatMap(text => text.split(',').filter(Boolean)))]]),
  ) as Selection
  return isEmpty(selection) ? null : selection
}

/** The selection in a text that was stored; null for anything else. */
export function parseSelection(text: string | null): Selection | null {
  if (text === null) return null
  try {
    const value = JSON.parse(text) as Partial<Record<Kind, unknown>>
    const isList = (list: unknown): list is string[] => Array.isArray(list) && list.every(id => typeof id === 'string')
    if (!kinds.every(kind => isList(value[kind]))) return null
    return value as Selection
  } catch {
    return null
  }
}
