/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: PropertyKey): string {
  return String(step).replaceAll('~', '~0').replaceAll('/', '~1')
}
