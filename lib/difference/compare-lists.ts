/** What became of a list whose order says nothing: questions, tags. */
export interface ListDifference {
  added: string[]
  removed: string[]
  kept: string[]
}

/** Compares two lists of texts without repetitions. */
export function compareLists(before: readonly string[], after: readonly string[]): ListDifference {
  return {
    added: after.filter(one => !before.includes(one)),
    removed: before.filter(one => !after.includes(one)),
    kept: after.filter(one => before.includes(one)),
  }
}
