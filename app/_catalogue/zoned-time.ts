import { formatInstant } from '#lib/clock.ts'

/** An instant (ISO 8601) as a field for date and time shows it in a time zone: 2027-01-01T00:00; empty for none. */
export function toField(instant: string | null, timeZone: string): string {
  return instant === null ? '' : formatInstant(Date.parse(instant), timeZone).slice(0, 16)
}

/** What a field for date and time holds, as an instant with the offset that the time zone has then; null when it is empty. */
export function fromField(field: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(field)) return null
  const wall = Date.parse(`${field.slice(0, 16)}:00Z`)
  if (Number.isNaN(wall)) return null
  // The offset at the instant is that of the instant itself: looked up once near it, and once more across a change of the clocks.
  const near = wall - offsetAt(wall, timeZone)
  return formatInstant(wall - offsetAt(near, timeZone), timeZone)
}

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${formatInstant(instant, timeZone).slice(0, 19)}Z`) - Math.floor(instant / 1000) * 1000
}
