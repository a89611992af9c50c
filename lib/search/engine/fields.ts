/** The parts of an answer that are searched, in the order of their bits in a posting. */
export const fields = ['title', 'questions', 'short', 'headings', 'body', 'tags'] as const
export type Field = (typeof fields)[number]

/** Bits that a posting has for the number of times a word stands in a field; more times count as the most that fits. */
const bits = [3, 5, 4, 5, 8, 2] as const
const shifts = bits.map((_, field) => bits.slice(0, field).reduce((sum, count) => sum + count, 0))
const masks = bits.map(count => (1 << count) - 1)

/** One field's count out of a posting. */
export function countIn(packed: number, field: number): number {
  return (packed >>> shifts[field]!) & masks[field]!
}

/** The posting with one more word in the field. */
export function countOne(packed: number, field: number): number {
  return countIn(packed, field) === masks[field] ? packed : packed + (1 << shifts[field]!)
}

/** Where in a posting a field's count is: how far to shift, and the mask after that. */
export function placeOf(field: number): readonly [number, number] {
  return [shifts[field]!, masks[field]!]
}
