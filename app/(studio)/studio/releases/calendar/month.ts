import { instantOf } from '#app/_ui/zoned-time.ts'

/** A month as YYYY-MM. */
export type Month = string

/** The month in a text, else the one of `today` (YYYY-MM-DD). */
export function monthOf(text: string | undefined, today: string): Month {
  return text !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : today.slice(0, 7)
}

/** The month `steps` later. */
export function shiftMonth(month: Month, steps: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7)
}

/** The day `steps` later. */
export function shiftDay(day: string, steps: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + steps * 86_400_000).toISOString().slice(0, 10)
}

/** The weeks that a month touches, Monday to Sunday, as YYYY-MM-DD. */
export function weeksOf(month: Month): string[][] {
  const first = `${month}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const last = shiftDay(`${shiftMonth(month, 1)}-01`, -1)
  const weeks: string[][] = []
  for (let monday = shiftDay(first, -weekday); monday <= last; monday = shiftDay(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => shiftDay(monday, index)))
  }
  return weeks
}

/** From when to when the shown weeks last, in milliseconds of the zone. */
export function spanOf(month: Month, zone: string): { from: number; to: number } {
  const days = weeksOf(month).flat()
  const at = (day: string) => instantOf({ date: day, time: '00:00' }, zone) ?? 0
  return { from: at(days[0] ?? ''), to: at(shiftDay(days.at(-1) ?? '', 1)) }
}

/** Where a key leads in the grid, per the ARIA practices for date grids; null: the key is none of the grid's. */
export function dayAfterKey(day: string, key: string, shift = false): string | null {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const sameDay = (steps: number) => {
    const month = shiftMonth(day.slice(0, 7), steps)
    const last = shiftDay(`${shiftMonth(month, 1)}-01`, -1)
    const moved = `${month}${day.slice(7)}`
    return moved > last ? last : moved
  }
  const moves: Record<string, () => string> = {
    ArrowLeft: () => shiftDay(day, -1),
    ArrowRight: () => shiftDay(day, 1),
    ArrowUp: () => shiftDay(day, -7),
    ArrowDown: () => shiftDay(day, 7),
    Home: () => shiftDay(day, -weekday),
    End: () => shiftDay(day, 6 - weekday),
    PageUp: () => sameDay(shift ? -12 : -1),
    PageDown: () => sameDay(shift ? 12 : 1),
  }
  return moves[key]?.() ?? null
}
