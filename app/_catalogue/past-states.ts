import type { HistoryEntry } from '#lib/access/list-history.ts'

type Fields = Record<string, unknown>

/**
 * What a thing was after each entry of its history (newest first), as far as the entries tell: the newest left it as it is now, and each says what was before it.
 * Only the members that `now` has.
 */
export function pastStates(now: Fields, entries: readonly Pick<HistoryEntry, 'details'>[]): Fields[] {
  const states: Fields[] = []
  let state = now
  for (const { details } of entries) {
    states.push(state)
    const before = Object.entries((details.before ?? {}) as Fields).filter(([name]) => name in now)
    state = { ...state, ...Object.fromEntries(before) }
  }
  return states
}

/** The members in which one state differs from another. */
export function changedMembers(state: Fields, from: Fields): Fields {
  return Object.fromEntries(Object.entries(state).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(from[name])))
}
