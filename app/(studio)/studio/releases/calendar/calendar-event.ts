import type { FactSwitch } from '#lib/release/list-switches.ts'
import type { Scheduled } from '#lib/release/schedule-release.ts'

/** Something that happens, or happened, by the clock. */
export type CalendarEvent = { id: string; at: number; day: string } & (
  | { kind: 'schedule'; schedule: Scheduled /** The viewer may move and cancel it. */; canChange: boolean }
  | { kind: 'switch'; fact: FactSwitch; before: string; after: string; title: string }
)

/** True for what did not happen although its time came. */
export function hasFailed(event: CalendarEvent): boolean {
  return (event.kind === 'schedule' ? event.schedule.state : event.fact.state) === 'failed'
}
