/** The one source of time. Milliseconds since the epoch, UTC. Tests move it with `setClock`. */
let source: () => number = Date.now

export function now(): number {
  return source()
}

/** Replaces the source of time; without an argument the real clock is back. For tests. */
export function setClock(replacement: () => number = Date.now): void {
  source = replacement
}

/** An instant as ISO 8601 with the offset of `timeZone`, whole seconds: 2026-11-22T10:00:00+03:00. */
export function formatInstant(instant: number, timeZone: string): string {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(part => [part.type, part.value]),
  )
  const offset = parts.timeZoneName === 'GMT' ? '+00:00' : (parts.timeZoneName ?? '').replace('GMT', '')
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}${offset}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
