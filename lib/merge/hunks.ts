import { diffArrays } from 'diff'

/** One change: the entries `start` to `end` of the base became `content`. An insertion has start = end. */
export interface Hunk<T> {
  start: number
  end: number
  content: T[]
}

/** What made `changed` of `base`. As many entries as were replaced by as many are one change each, so that neighbours do not touch. */
export function hunksBetween<T>(base: readonly T[], changed: readonly T[], keyOf: (entry: T) => string): Hunk<T>[] {
  const hunks: Hunk<T>[] = []
  let at = 0
  let taken = 0
  let open: Hunk<T> | null = null
  for (const { added, removed, count } of diffArrays(base.map(keyOf), changed.map(keyOf))) {
    if (!added && !removed) {
      open = null
      at += count
      taken += count
      continue
    }
    if (open === null) {
      open = { start: at, end: at, content: [] }
      hunks.push(open)
    }
    if (removed) {
      at += count
      open.end = at
    } else {
      open.content.push(...changed.slice(taken, taken + count))
      taken += count
    }
  }
  return hunks.flatMap(split)
}

function split<T>(hunk: Hunk<T>): Hunk<T>[] {
  const { start, end, content } = hunk
  if (content.length < 2 || content.length !== end - start) return [hunk]
  return content.map((entry, index) => ({ start: start + index, end: start + index + 1, content: [entry] }))
}

/** Whether two changes concern the same entries, or put something in at the same place. */
export function touches<T>(one: Hunk<T>, other: Hunk<T>): boolean {
  if (one.start === one.end && other.start === other.end) return one.start === other.start
  return one.start < other.end && other.start < one.end
}

/** The entries `start` to `end` of the base with these changes in them. */
export function applyHunks<T>(base: readonly T[], hunks: readonly Hunk<T>[], start = 0, end = base.length): T[] {
  const result: T[] = []
  let at = start
  for (const hunk of hunks) {
    result.push(...base.slice(at, hunk.start), ...hunk.content)
    at = hunk.end
  }
  return [...result, ...base.slice(at, end)]
}
