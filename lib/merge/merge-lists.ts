import { applyHunks, type Hunk, hunksBetween, touches } from './hunks.ts'

/** A stretch of a merged list: settled, or changed by both in different ways. */
export type MergedPart<T> = { kind: 'settled'; content: T[] } | { kind: 'conflict'; base: T[]; mine: T[]; theirs: T[] }

interface Group<T> {
  start: number
  end: number
  mine: Hunk<T>[]
  theirs: Hunk<T>[]
}

/**
 * Two changed lists with what they came from, in one: changes that do not touch one another are both made, equal ones once, others are conflicts with all three
 * texts. `reconcile` may settle a conflict (null: it cannot).
 */
export function mergeLists<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (entry: T) => string,
  reconcile: (base: T[], mine: T[], theirs: T[]) => T[] | null = () => null,
): MergedPart<T>[] {
  const parts: MergedPart<T>[] = []
  let at = 0
  for (const group of groupsOf(hunksBetween(base, mine, keyOf), hunksBetween(base, theirs, keyOf))) {
    settle(parts, base.slice(at, group.start))
    at = group.end
    const before = base.slice(group.start, group.end)
    const left = applyHunks(base, group.mine, group.start, group.end)
    const right = applyHunks(base, group.theirs, group.start, group.end)
    const settled = agreed(group, left, right, keyOf) ?? reconcile(before, left, right)
    if (settled === null) parts.push({ kind: 'conflict', base: before, mine: left, theirs: right })
    else settle(parts, settled)
  }
  settle(parts, base.slice(at))
  return parts
}

function settle<T>(parts: MergedPart<T>[], content: T[]): void {
  if (content.length === 0) return
  const last = parts.at(-1)
  if (last?.kind === 'settled') last.content.push(...content)
  else parts.push({ kind: 'settled', content: [...content] })
}

function agreed<T>({ mine, theirs }: Group<T>, left: T[], right: T[], keyOf: (entry: T) => string): T[] | null {
  if (theirs.length === 0) return left
  if (mine.length === 0) return right
  const isEqual = left.length === right.length && left.every((entry, index) => keyOf(entry) === keyOf(right[index] as T))
  return isEqual ? left : null
}

/** Changes that touch one another, directly or by others, together; in the order of the base. */
function groupsOf<T>(mine: Hunk<T>[], theirs: Hunk<T>[]): Group<T>[] {
  const all = [...mine.map(hunk => ({ hunk, side: 'mine' as const })), ...theirs.map(hunk => ({ hunk, side: 'theirs' as const }))]
  // At the same place what is put in comes before what is replaced there.
  all.sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)
  const groups: Group<T>[] = []
  for (const { hunk, side } of all) {
    const last = groups.at(-1)
    const group = last && [...last.mine, ...last.theirs].some(other => touches(other, hunk)) ? last : null
    if (group === null) groups.push({ start: hunk.start, end: hunk.end, mine: [], theirs: [], [side]: [hunk] })
    else {
      group[side].push(hunk)
      group.end = Math.max(group.end, hunk.end)
    }
  }
  return groups
}
