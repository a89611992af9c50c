/** A wall clock: what the fields of a form show. */
export interface WallTime {
  /** YYYY-MM-DD. */
  date: string
  /** HH:MM:SS, or HH:MM. */
  time: string
}

const day = 24 * 3600 * 1000

/**
 * The instant, in milliseconds, at which clocks in `zone` show this; null when it is no date and time. A time that is skipped in spring is the one after the
 * gap, of one that comes twice in autumn it is the first.
 */
export function instantOf({ date, time }: WallTime, zone: string): number | null {
  const shown = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(shown)) return null
  const before = shown - offsetAt(shown - day, zone)
  const after = shown - offsetAt(shown + day, zone)
  const found = [before, after].find(instant => instant + offsetAt(instant, zone) === shown)
  return found ?? before
}

/** True for a time that no clock in `zone` shows, because it is skipped in spring. */
export function isSkipped(wall: WallTime, zone: string): boolean {
  const instant = instantOf(wall, zone)
  return instant !== null && !wallTimeOf(instant, zone).time.startsWith(wall.time)
}

/** What clocks in `zone` show at an instant. */
export function wallTimeOf(instant: number, zone: string): WallTime {
  const [date = '', time = ''] = new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 19).split('T')
  return { date, time }
}

/** How far the clocks of `zone` are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    },
  })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}
