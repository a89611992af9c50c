/** The places of the `most` highest numbers, highest first; of equal ones the earlier first. */
export function highest(numbers: Float64Array, most: number): number[] {
  const best: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!
    if (best.length === most && number <= least) continue
    let place = best.length
    while (place > 0 && numbers[best[place - 1]!]! < number) place--
    best.splice(place, 0, at)
    if (best.length > most) best.pop()
    least = numbers[best[best.length - 1]!]!
  }
  return best
}
