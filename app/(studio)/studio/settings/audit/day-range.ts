import { instantOf } from '#app/_ui/zoned-time.ts'

const day = 86_400_000

/** Two days of a form, both included, as instants in the organisation's zone; what is no date is left open. */
export function dayRange(from: string | undefined, to: string | undefined, zone: string): { from: number | null; to: number | null } {
  const midnight = (date: string | undefined) => (date === undefined ? null : instantOf({ date, time: '00:00' }, zone))
  const last = midnight(to)
  const next = last === null ? null : new Date(Date.parse(`${to}T00:00:00Z`) + day).toISOString().slice(0, 10)
  return { from: midnight(from), to: next === null ? null : midnight(next) }
}
