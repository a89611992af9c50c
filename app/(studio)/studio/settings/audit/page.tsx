import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue, withQuery } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { type AuditEntry, listAudit } from '#lib/access/list-audit.ts'
import { listUsers } from '#lib/access/list-users.ts'
import { readNames } from '#lib/access/read-names.ts'
import { formatInstant } from '#lib/clock.ts'
import type { Istok } from '#lib/istok.ts'
import { nameArticles } from '#lib/learning/name-articles.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { dayRange } from './day-range.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('admin.audit.title') }
}

const parameters = ['from', 'to', 'actor', 'action'] as const

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const query = await searchParams
  const { t, locale } = await readInterface()
  const chosen = Object.fromEntries(parameters.map(name => [name, readValue(query, name)]))
  const { from, to } = dayRange(chosen.from, chosen.to, istok.env.timeZone)
  const who = { ...(chosen.actor ? { actor: chosen.actor } : {}), ...(chosen.action ? { action: chosen.action } : {}) }
  const filter = { ...who, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
  const { items, nextCursor } = await listAudit(istok, actor, { ...filter, limit: 100, cursor: readValue(query, 'cursor') })
  const people = (await listUsers(istok, actor, { limit: 200 })).items
  const names = await nameAll(istok, items, locale)
  const instant = (at: number | null) => (at === null ? undefined : formatInstant(at, istok.env.timeZone))
  return (
    <div className="page">
      <PageHead title={t('admin.audit.title')}>
        <a className="button-link" href={withQuery('/api/v1/audit/export', { ...who, from: instant(from), to: instant(to) })} download>
          {t('admin.audit.export')}
        </a>
      </PageHead>
      <p className="page-lead">{t('admin.audit.lead')}</p>
      <AuditFilters chosen={chosen} people={people.map(({ id, name }) => ({ value: `user:${id}`, label: name }))} />
      {items.length === 0 ? (
        <EmptyState icon="history" title={t('admin.audit.none')} text={t('admin.audit.noneHint')} />
      ) : (
        <AuditTable entries={items} names={names} />
      )}
      <Pager path="/studio/settings/audit" query={query} keep={parameters} nextCursor={nextCursor} />
    </div>
  )
}

/** The people, keys and articles of a page of the log by what the log calls them. */
async function nameAll(istok: Istok, entries: AuditEntry[], locale: string): Promise<Map<string, string>> {
  const actors = entries.flatMap(({ actor, subject, details }) => [actor, subject, `user:${details.user}`])
  const articles = nameArticles(
    istok,
    entries.flatMap(({ subject, details }) => [idOf(subject, 'article:'), String(details.article ?? ''), String(details.articleId ?? '')]),
  )
  return new Map([
    ...Object.entries(await readNames(istok, actors)),
    ...[...articles].flatMap(([id, { titles, slug }]): [string, string][] => {
      const title = textIn(titles, locale, slug)
      return [
        [`article:${id}`, title],
        [id, title],
      ]
    }),
  ])
}

function idOf(subject: string, kind: string): string {
  return subject.startsWith(kind) ? subject.slice(kind.length) : ''
}
