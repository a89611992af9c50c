import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { withQuery } from '#app/_ui/query.ts'
import { RowKeys } from '#app/_ui/row-keys.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import type { History } from '#lib/review/list-states.ts'
import type { State } from '#lib/review/read-revision-difference.ts'
import { RestoreButton } from './restore-button.tsx'

interface Props {
  history: History
  place: { articleId: string; locale: string }
  from: State | null
  to: State
  canWrite: boolean
}

/** The states of a translation: each shows its difference to the one before, and any other can be taken as the base. */
export async function HistoryList({ history: { draft, revisions }, place, from, to, canWrite }: Props) {
  const { t, format } = await readInterface()
  const link = (query: { from?: string; to?: string }) =>
    withQuery(`/studio/articles/${place.articleId}/history`, { locale: place.locale, ...query })
  const when = (instant: number) => format.dateTime(instant, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <RowKeys>
      <ol className="history-list" aria-label={t('workflow.history.states')}>
        <li className="history-state" data-row data-here={to === 'draft' || undefined}>
          <Link href={link({ to: 'draft' })} className="row-link" aria-current={to === 'draft' ? 'true' : undefined}>
            {t('workflow.history.draft')}
          </Link>
          <p className="quiet">{t('workflow.history.changed', { name: draft.author, date: when(draft.updatedAt) })}</p>
        </li>
        {revisions.map(({ number, author, createdAt, isLive, releases, title }) => (
          <li key={number} className="history-state" data-row data-here={to === number || undefined}>
            <div className="history-line">
              <Link href={link({ to: String(number) })} className="row-link" aria-current={to === number ? 'true' : undefined}>
                {t('workflow.history.revision', { number })}
              </Link>
              {isLive && (
                <StateBadge tone="green" icon="published">
                  {t('workflow.history.live')}
                </StateBadge>
              )}
            </div>
            <p className="quiet">
              {title} · {t('workflow.history.changed', { name: author, date: when(createdAt) })}
            </p>
            <p className="quiet">{t('workflow.history.releases', { numbers: releases.join(', ') })}</p>
            <div className="history-line">
              {to !== number && (
                <Link
                  href={link({ from: String(number), to: String(to) })}
                  className="history-base"
                  aria-current={from === number ? 'true' : undefined}
                >
                  {t(from === number ? 'workflow.history.isBase' : 'workflow.history.asBase')}
                </Link>
              )}
              {canWrite && <RestoreButton {...place} number={number} version={draft.version} />}
            </div>
          </li>
        ))}
      </ol>
    </RowKeys>
  )
}
