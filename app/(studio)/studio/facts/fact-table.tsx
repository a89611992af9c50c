import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import { textIn } from '#app/_ui/titles.ts'
import type { Session } from '#app/session.ts'
import { listUses } from '#lib/authoring/list-uses.ts'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { now } from '#lib/clock.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import { changesAfter, type FactValidity, valueAt } from '#lib/document/fact-validity.ts'
import type { FactType } from '#lib/document/facts.ts'
import { FactUsage } from './fact-usage.tsx'

/** Every fact with what it says now, what it will say next, and who says it. */
export async function FactTable({ facts, session }: { facts: FactEntry[]; session: Session }) {
  const { t, locale, format } = await readInterface()
  const { istok, actor } = session
  const uses = await listUses(
    istok,
    actor,
    'fact',
    facts.map(({ key }) => key),
  )
  return (
    <TableBox label={t('facts.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{t('facts.fact')}</th>
            <th scope="col" className="number">
              {t('facts.value')}
            </th>
            <th scope="col">{t('facts.next')}</th>
            <th scope="col">{t('facts.status')}</th>
            <th scope="col">{t('facts.usage')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(fact => {
            const say = (value: FactValidity['value']) =>
              formatFact({ key: fact.key, type: fact.type as FactType, unit: fact.unit, value }, locale)
            const [nextAt] = changesAfter(fact.values, now())
            const next = nextAt === undefined ? null : valueAt(fact.values, nextAt)
            return (
              <tr key={fact.key}>
                <td className="wide">
                  <Link href={`/studio/facts/${encodeURIComponent(fact.key)}`} className="row-link fact-name">
                    {textIn(fact.title, locale, fact.key)}
                  </Link>
                  <span className="under mono">{fact.key}</span>
                </td>
                <td className="number fact-now">{fact.current === null ? '—' : say(fact.current)}</td>
                <td className={nextAt === undefined ? 'blank' : undefined}>
                  {nextAt === undefined ? (
                    '—'
                  ) : (
                    <>
                      {next === null ? t('facts.ends') : say(next)}
                      <span className="under quiet">
                        {t('facts.from', { date: format.dateTime(nextAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
                      </span>
                    </>
                  )}
                </td>
                <td>
                  <StatusBadge status={fact.status} t={t} />
                </td>
                <td>
                  <FactUsage usage={uses.get(fact.key)} href={`/studio/facts/${encodeURIComponent(fact.key)}`} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableBox>
  )
}
