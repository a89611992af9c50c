import type { Interface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import type { AnswerReports } from '#lib/operator/own-reports.ts'

/** What was reported about the answer and is still open, so that nobody reports it twice or relies on it, and what became of one's own last report. */
export function ReportNote({ reports: { open, own }, t, format }: { reports: AnswerReports } & Pick<Interface, 't' | 'format'>) {
  const kinds = (['outdated', 'wrong'] as const).filter(kind => open[kind] > 0)
  const settled = own.filter(({ resolvedAt }) => resolvedAt !== null).slice(0, 1)
  if (kinds.length === 0 && settled.length === 0) return null
  const when = (at: number) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <ul className="desk-reports">
      {kinds.length > 0 && (
        <li>
          <Icon name="warning" size={16} />
          {t('desk.report.openHere', { kinds: kinds.map(kind => `${t(`desk.report.${kind}`).toLowerCase()} — ${open[kind]}`).join(', ') })}
          {own.some(({ resolvedAt }) => resolvedAt === null) && ` ${t('desk.report.ownOpen')}`}
        </li>
      )}
      {settled.map(({ id, kind, reportedAt, resolvedAt, resolvedBy, resolution }) => (
        <li key={id}>
          <Icon name="check" size={16} />
          {t('desk.report.ownSettled', {
            kind: t(`desk.report.${kind}`),
            reported: when(reportedAt),
            name: resolvedBy ?? '',
            when: when(resolvedAt ?? 0),
          })}
          {resolution && ` — ${resolution}`}
        </li>
      ))}
    </ul>
  )
}
