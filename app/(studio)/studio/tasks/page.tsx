import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { readArticleRights } from '#lib/authoring/article-rights.ts'
import { listReports } from '#lib/operator/list-reports.ts'
import { ResolveForm } from './resolve-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('desk.tasks.title') }
}

/** What operators reported: a task for the owner of each article, until somebody settles it. */
export default async function TasksPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  if (!canSomewhere(actor, 'write')) return <NoAccess />
  const { t, format } = await readInterface()
  const query = await searchParams
  const state = readValue(query, 'state') === 'resolved' ? 'resolved' : 'open'
  const { items, nextCursor } = await listReports(istok, actor, { state, limit: 50, cursor: readValue(query, 'cursor') ?? null })
  const rights = readArticleRights(
    istok,
    actor,
    items.map(({ articleId }) => articleId),
  )
  const when = (at: number) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="page">
      <PageHead title={t('desk.tasks.title')} />
      <p className="page-lead">{t('desk.tasks.lead')}</p>
      <nav className="locales" aria-label={t('desk.tasks.filter')}>
        {(['open', 'resolved'] as const).map(one => (
          <Link
            key={one}
            href={one === 'open' ? '/studio/tasks' : `/studio/tasks?state=${one}`}
            className="locale-link"
            aria-current={one === state ? 'page' : undefined}
          >
            {t(`desk.tasks.${one}`)}
          </Link>
        ))}
      </nav>
      {items.length === 0 && (
        <EmptyState
          icon="check"
          title={t(state === 'open' ? 'desk.tasks.none' : 'desk.tasks.noneResolved')}
          text={t(state === 'open' ? 'desk.tasks.noneHint' : 'desk.tasks.noneResolvedHint')}
        />
      )}
      <ul className="tasks">
        {items.map(task => (
          <li key={task.id}>
            <h2 lang={task.locale}>
              <Link href={`/studio/articles/${task.articleId}?locale=${task.locale}`}>{task.title}</Link>
            </h2>
            <p className="article-meta">
              <strong>{t(`desk.report.${task.kind}`)}</strong>
              <span>{t('desk.tasks.reported', { name: task.reporter, when: when(task.reportedAt) })}</span>
              {task.owner && (
                <span>
                  {t('desk.tasks.mine')}: {task.owner}
                </span>
              )}
            </p>
            {task.note && <p>{task.note}</p>}
            {task.resolvedAt !== null && (
              <p className="quiet">
                {t('desk.tasks.settled', { name: task.resolvedBy ?? '', when: when(task.resolvedAt) })}
                {task.resolution && ` — ${task.resolution}`}
              </p>
            )}
            {state === 'open' && rights.get(task.articleId)?.write && <ResolveForm id={task.id} title={task.title} />}
          </li>
        ))}
      </ul>
      <Pager path="/studio/tasks" query={query} keep={['state']} nextCursor={nextCursor} />
    </div>
  )
}
