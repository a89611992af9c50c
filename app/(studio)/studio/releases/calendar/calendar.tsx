'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { type CalendarEvent, hasFailed } from './calendar-event.ts'
import { EventRow } from './event-row.tsx'
import { type Month, shiftMonth } from './month.ts'
import { MonthGrid } from './month-grid.tsx'

interface Props {
  month: Month
  today: string
  events: CalendarEvent[]
}

/** A month of what happens by the clock: as a grid, and as a list under it; what failed stands above both until somebody has decided. */
export function Calendar({ month, today, events }: Props) {
  const t = useTranslations('composer.calendar')
  const format = useFormatter()
  const router = useRouter()
  const [day, setDay] = useState<string | null>(null)
  const go = (steps: number) => router.push(`/studio/releases/calendar?month=${shiftMonth(month, steps)}`)
  useShortcuts(t('title'), [
    { keys: '[', label: t('previous'), run: () => go(-1) },
    { keys: ']', label: t('next'), run: () => go(1) },
  ])
  const failed = events.filter(hasFailed)
  const ofMonth = events.filter(event => !hasFailed(event) && event.day.startsWith(month))
  const shown = day === null ? ofMonth : events.filter(event => event.day === day)
  const days = [...Map.groupBy(shown, event => event.day)]
  const said = (date: string, long: boolean) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      timeZone: 'UTC',
      ...(long ? { weekday: 'long', day: 'numeric' } : { year: 'numeric' }),
      month: 'long',
    })
  return (
    <>
      {failed.length > 0 && (
        <section aria-label={t('failed')}>
          <h2 className="day-title">{t('failed')}</h2>
          <ul className="events">
            {failed.map(event => (
              <EventRow key={event.id} event={event} />
            ))}
          </ul>
        </section>
      )}
      <div className="calendar-bar">
        <Button variant="default" onClick={() => go(-1)} aria-label={t('previous')} px="xs">
          <Icon name="left" />
        </Button>
        <Button variant="default" onClick={() => go(1)} aria-label={t('next')} px="xs">
          <Icon name="right" />
        </Button>
        <h2 aria-live="polite">{said(`${month}-01`, false)}</h2>
        {day !== null && (
          <Button variant="subtle" onClick={() => setDay(null)}>
            {t('wholeMonth')}
          </Button>
        )}
      </div>
      <MonthGrid
        month={month}
        today={today}
        events={events}
        chosen={day}
        onChoose={setDay}
        onMonth={next => router.push(`/studio/releases/calendar?month=${next}`)}
      />
      {days.length === 0 ? (
        <EmptyState icon="calendar" title={t(day === null ? 'empty' : 'emptyDay')} text={t('emptyHint')} />
      ) : (
        days.map(([date, ofDay]) => (
          <section key={date}>
            <h3 className="day-title">{said(date, true)}</h3>
            <ul className="events">
              {ofDay.map(event => (
                <EventRow key={event.id} event={event} />
              ))}
            </ul>
          </section>
        ))
      )}
    </>
  )
}
