import { instantOf } from '#app/_ui/zoned-time.ts'
import { formatInstant } from '#lib/clock.ts'

/** An instant (ISO 8601) as a field for date and time shows it in a time zone: 2027-01-01T00:00; empty for none. */
export function toField(instant: string | null, timeZone: string): string {
  return instant === null ? '' : formatInstant(Date.parse(instant), timeZone).slice(0, 16)
}

/** What a field for date and time holds, as an instant with the offset that the time zone has then; null when it is empty. */
export function fromField(field: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(field)) return null
  const instant = instantOf({ date: field.slice(0, 10), time: field.slice(11, 16) }, timeZone)
  return instant === null ? null : formatInstant(instant, timeZone)
}
