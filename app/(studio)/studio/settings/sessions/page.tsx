import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import { requireSession } from '#app/session.ts'
import { listSessions } from '#lib/access/list-sessions.ts'
import { now } from '#lib/clock.ts'
import { describeAgent } from './describe-agent.ts'
import { EndSessionButton } from './end-session-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('admin.sessions.title') }
}

/** An administrator sees everybody's sessions, others their own. */
export default async function SessionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor, userId, sessionId } = await requireSession()
  const query = await searchParams
  const { t, format } = await readInterface()
  const at = now()
  const isAdmin = actor.scopes.has('admin')
  const user = isAdmin ? readValue(query, 'user') : userId
  const { items, nextCursor } = await listSessions(istok, actor, {
    limit: 100,
    cursor: readValue(query, 'cursor'),
    ...(user ? { user } : {}),
  })
  const deviceOf = ({ agent }: { agent: string }) => describeAgent(agent) || t('admin.sessions.unknownDevice')
  return (
    <div className="page">
      <PageHead title={t('admin.sessions.title')}>
        {isAdmin && user !== undefined && <Link href="/studio/settings/sessions">{t('admin.sessions.all')}</Link>}
      </PageHead>
      <p className="page-lead">{t('admin.sessions.lead')}</p>
      {items.length === 0 ? (
        <EmptyState icon="key" title={t('admin.sessions.none')} text={t('admin.sessions.noneHint')} />
      ) : (
        <TableBox label={t('admin.sessions.title')}>
          <table className="table table-stacked settings-list">
            <thead>
              <tr>
                {(['person', 'device', 'started', 'seen', 'actions'] as const).map(column => (
                  <th key={column} scope="col">
                    {t(`admin.sessions.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map(session => (
                <tr key={session.id}>
                  <td className="wide">
                    <strong className="fact-name">{session.user.name}</strong>
                    <span className="under">{session.user.email}</span>
                  </td>
                  <td>
                    {deviceOf(session)}
                    <span className="under mono">{session.address}</span>
                  </td>
                  <td className="nowrap" data-label={t('admin.sessions.started')}>
                    {format.dateTime(session.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                  </td>
                  <td className="nowrap" data-label={t('admin.sessions.seen')}>
                    {format.relativeTime(Math.min(session.seenAt, at), at)}
                  </td>
                  <td className="nowrap last">
                    {session.id === sessionId ? (
                      <span className="quiet">{t('admin.sessions.this')}</span>
                    ) : (
                      <EndSessionButton id={session.id} name={session.user.name} device={deviceOf(session)} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <Pager path="/studio/settings/sessions" query={query} keep={['user']} nextCursor={nextCursor} />
    </div>
  )
}
