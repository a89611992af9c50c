import type { Metadata } from 'next'
import Link from 'next/link'
import { type Interface, readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { wallTimeOf } from '#app/_ui/zoned-time.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { now } from '#lib/clock.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { FactType } from '#lib/document/facts.ts'
import { type FactSwitch, listSwitches } from '#lib/release/list-switches.ts'
import { canRelease } from '#lib/release/require-release.ts'
import { listSchedules, type Scheduled } from '#lib/release/schedule-release.ts'
import { Calendar } from './calendar.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { monthOf, spanOf } from './month.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('composer.calendar.title') }
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const ui = await readInterface()
  const today = wallTimeOf(now(), ui.timeZone).date
  const month = monthOf(readValue(await searchParams, 'month'), today)
  const span = spanOf(month, ui.timeZone)
  const [planned, failed, switches] = await Promise.all([
    listSchedules(istok, actor, { ...span, states: ['scheduled', 'published'] }),
    listSchedules(istok, actor, { states: ['failed'] }),
    listSwitches(istok, actor, span),
  ])
  const events = [...planned, ...failed].map(one => eventOf(one, ui.timeZone, canRelease(istok, actor, one)))
  const all = [...events, ...switches.map(one => switchEventOf(one, ui))].sort((a, b) => a.at - b.at)
  return (
    <div className="page">
      <nav className="crumb" aria-label={ui.t('common.breadcrumbs')}>
        <Link href="/studio/releases">
          <Icon name="left" size={15} />
          {ui.t('releases.title')}
        </Link>
      </nav>
      <PageHead title={ui.t('composer.calendar.title')}>
        {canSomewhere(actor, 'publish') && (
          <ButtonLink href="/studio/releases/new" leftSection={<Icon name="plus" size={16} />}>
            {ui.t('composer.title')}
          </ButtonLink>
        )}
      </PageHead>
      <Calendar key={month} month={month} today={today} events={all} />
    </div>
  )
}

function eventOf(schedule: Scheduled, zone: string, canChange: boolean): CalendarEvent {
  const at = Date.parse(schedule.publishAt)
  return { id: schedule.id, at, day: wallTimeOf(at, zone).date, kind: 'schedule', schedule, canChange }
}

function switchEventOf(fact: FactSwitch, { locale, timeZone }: Interface): CalendarEvent {
  const at = Date.parse(fact.at)
  const said = (value: FactSwitch['before']) =>
    value === null ? '—' : formatFact({ key: fact.fact, type: fact.type as FactType, unit: fact.unit, value }, locale)
  return {
    ...{ id: `${fact.fact} ${fact.at}`, at, day: wallTimeOf(at, timeZone).date, kind: 'switch', fact },
    ...{ before: said(fact.before), after: said(fact.after), title: textIn(fact.title, locale, fact.fact) },
  }
}
