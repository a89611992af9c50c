const width = 66
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)]

/**
 * Damerau–Levenshtein distance (an exchange of neighbours is one edit, no part is edited twice) of two words of at most 64 UTF-16 units; `limit + 1` as
 * soon as it is more than the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length >= width || b.length >= width) return limit + 1
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let column = 0; column <= b.length; column++) previous[column] = column
  for (let row = 1; row <= a.length; row++) {
    current[0] = row
    let best = row
    const letter = a.charCodeAt(row - 1)
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1)
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (letter === other ? 0 : 1))
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, before[column - 2]! + 1)
      }
      current[column] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    ;[before, previous, current] = [previous, current, before]
  }
  return Math.min(previous[b.length]!, limit + 1)
}
