'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useFormatter, useTimeZone, useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import type { IconName } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { keptProblem, ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import { StateBadge, type Tone } from '#app/_ui/state-badge.tsx'
import type { Scheduled } from '#lib/release/schedule-release.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { MoveDialog } from './move-dialog.tsx'

type State = Scheduled['state'] | 'pending' | 'done'
const looks: Record<State, { tone: Tone; icon: IconName }> = {
  scheduled: { tone: 'blue', icon: 'clock' },
  pending: { tone: 'blue', icon: 'clock' },
  published: { tone: 'green', icon: 'published' },
  done: { tone: 'green', icon: 'published' },
  failed: { tone: 'red', icon: 'error' },
  cancelled: { tone: 'gray', icon: 'close' },
}

/** One thing of the calendar, and what can be done with it. */
export function EventRow({ event }: { event: CalendarEvent }) {
  const t = useTranslations('composer')
  const format = useFormatter()
  const timeZone = useTimeZone()
  const isSchedule = event.kind === 'schedule'
  const state = isSchedule ? event.schedule.state : event.fact.state
  const { problem, refusal } = isSchedule ? event.schedule : event.fact
  const isDated = state === 'failed'
  return (
    <li className="event">
      <div className="event-head">
        <time dateTime={new Date(event.at).toISOString()}>
          {format.dateTime(event.at, isDated ? { timeZone, dateStyle: 'medium', timeStyle: 'short' } : { timeZone, timeStyle: 'medium' })}
        </time>
        <div className="event-text">
          <p className="event-title">{isSchedule ? event.schedule.note || t('calendar.noNote') : event.title}</p>
          <p className="quiet">
            {isSchedule ? <ScheduleText schedule={event.schedule} /> : t('calendar.switch', { before: event.before, after: event.after })}
          </p>
        </div>
        <StateBadge {...looks[state]}>{t(`calendar.states.${state}`)}</StateBadge>
        {isSchedule && event.schedule.number !== null && (
          <Link href={`/studio/releases/${event.schedule.number}`}>{t('calendar.release', { number: event.schedule.number })}</Link>
        )}
        {!isSchedule && <Link href={`/studio/facts?q=${encodeURIComponent(event.fact.fact)}`}>{t('calendar.toFact')}</Link>}
      </div>
      {refusal && <ReleaseRefusal problem={keptProblem(refusal)} />}
      {problem && !refusal && (
        <p className="problem" role="note" lang="en">
          {problem}
        </p>
      )}
      {isSchedule && event.canChange && (state === 'scheduled' || state === 'failed') && <ScheduleActions schedule={event.schedule} />}
    </li>
  )
}

function ScheduleText({ schedule }: { schedule: Scheduled }) {
  const t = useTranslations('composer')
  const format = useFormatter()
  const parts = (['articles', 'facts', 'snippets'] as const)
    .filter(kind => schedule[kind].length > 0)
    .map(kind => t(`counted.${kind}`, { count: schedule[kind].length }))
  const withdrawn =
    schedule.withdraw.length === 0 ? [] : [t('withdraw', { withdrawn: t('counted.articles', { count: schedule.withdraw.length }) })]
  return `${[...(parts.length > 0 ? [t('publish', { what: format.list(parts, { type: 'conjunction' }) })] : []), ...withdrawn].join('; ')} · ${schedule.author}`
}

function ScheduleActions({ schedule }: { schedule: Scheduled }) {
  const t = useTranslations('composer.calendar')
  const format = useFormatter()
  const timeZone = useTimeZone()
  const router = useRouter()
  const notify = useNotify()
  const [moves, setMoves] = useState(false)
  const [asks, setAsks] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const path = `/schedules/${encodeURIComponent(schedule.id)}`
  async function tryAgain() {
    setPending(true)
    const reply = await callApi('PATCH', path, { body: { publishAt: null } })
    setPending(false)
    setProblem(reply.ok ? null : reply.problem)
    if (!reply.ok) return
    notify('success', t('triedAgain'))
    // The clock carries out within half a second what is due at once.
    setTimeout(() => router.refresh(), 1500)
  }
  async function cancel(): Promise<Problem | null> {
    const reply = await callApi('DELETE', path)
    if (!reply.ok) return reply.problem
    notify('success', t('cancelled'))
    router.refresh()
    return null
  }
  const hasFailed = schedule.state === 'failed'
  return (
    <>
      {problem && <ReleaseRefusal problem={problem} />}
      <div className="event-actions">
        {hasFailed && (
          <Button size="compact-sm" loading={pending} onClick={tryAgain}>
            {t('tryAgain')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setMoves(true)}>
          {t('move')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsks(true)}>
          {t(hasFailed ? 'putAway' : 'cancel')}
        </Button>
      </div>
      {asks && (
        <ConfirmDialog
          title={t(hasFailed ? 'putAwayTitle' : 'cancelTitle')}
          text={t('cancelText', {
            note: schedule.note || t('noNote'),
            at: format.dateTime(new Date(schedule.publishAt), { timeZone, dateStyle: 'long', timeStyle: 'short' }),
          })}
          action={t(hasFailed ? 'putAway' : 'cancel')}
          danger
          otherwise={t('keep')}
          hasNote={false}
          onClose={() => setAsks(false)}
          onConfirm={cancel}
        />
      )}
      {moves && <MoveDialog schedule={schedule} onClose={() => setMoves(false)} />}
    </>
  )
}
