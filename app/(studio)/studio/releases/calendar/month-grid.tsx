'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useFormatter, useTimeZone, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { type CalendarEvent, hasFailed } from './calendar-event.ts'
import { dayAfterKey, type Month, weeksOf } from './month.ts'

interface Props {
  month: Month
  today: string
  events: CalendarEvent[]
  chosen: string | null
  onChoose: (day: string | null) => void
  onMonth: (month: Month) => void
}

type Say = Partial<Record<'day' | 'year', 'numeric'> & Record<'month', 'long'> & Record<'weekday', 'long' | 'short'>>

/** Events of a day that are named in its cell. */
const named = 3

/** A month as a grid: arrows, Home, End, Page Up and Page Down move through the days, Enter or a click lists one of them (the keys of the ARIA practices for date grids). */
export function MonthGrid({ month, today, events, chosen, onChoose, onMonth }: Props) {
  const t = useTranslations('composer.calendar')
  const format = useFormatter()
  const weeks = weeksOf(month)
  const days = weeks.flat()
  const [focused, setFocused] = useState(today.startsWith(month) ? today : `${month}-01`)
  const grid = useRef<HTMLTableElement>(null)
  const byDay = Map.groupBy(events, event => event.day)
  const say = (day: string, options: Say) => format.dateTime(new Date(`${day}T12:00:00Z`), { ...options, timeZone: 'UTC' })
  function onKeyDown(event: KeyboardEvent) {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : dayAfterKey(focused, event.key, event.shiftKey)
    if (next === null) return
    event.preventDefault()
    if (!days.includes(next)) return onMonth(next.slice(0, 7))
    setFocused(next)
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    <table className="month" ref={grid} aria-label={say(`${month}-01`, { month: 'long', year: 'numeric' })}>
      <thead>
        <tr>
          {weeks[0]?.map(day => (
            <th key={day} scope="col" abbr={say(day, { weekday: 'long' })}>
              {say(day, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week[0]}>
            {week.map(day => {
              const ofDay = byDay.get(day) ?? []
              return (
                <td key={day}>
                  <button
                    type="button"
                    className="day"
                    data-day={day}
                    tabIndex={day === focused ? 0 : -1}
                    aria-pressed={day === chosen}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={t('day', { date: say(day, { day: 'numeric', month: 'long' }), count: ofDay.length })}
                    onFocus={() => setFocused(day)}
                    onKeyDown={onKeyDown}
                    onClick={() => onChoose(chosen === day ? null : day)}
                  >
                    <span className={`day-number${day.startsWith(month) ? '' : ' day-out'}${day === today ? ' day-today' : ''}`}>
                      {Number(day.slice(8))}
                    </span>
                    {ofDay.slice(0, named).map(event => (
                      <EventMark key={event.id} event={event} />
                    ))}
                    {ofDay.length > named && <span className="day-event quiet">{t('others', { count: ofDay.length - named })}</span>}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EventMark({ event }: { event: CalendarEvent }) {
  const format = useFormatter()
  const zone = useTimeZone()
  const time = format.dateTime(event.at, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return (
    <span className={hasFailed(event) ? 'day-event day-event-failed' : 'day-event'}>
      <Icon name={hasFailed(event) ? 'error' : event.kind === 'schedule' ? 'releases' : 'facts'} size={14} />
      <span>
        {time} {event.kind === 'schedule' ? event.schedule.note : event.title}
      </span>
    </span>
  )
}
