import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue, withQuery } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listAudit } from '#lib/access/list-audit.ts'
import { listUsers } from '#lib/access/list-users.ts'
import { formatInstant } from '#lib/clock.ts'
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
  const { t } = await readInterface()
  const chosen = Object.fromEntries(parameters.map(name => [name, readValue(query, name)]))
  const { from, to } = dayRange(chosen.from, chosen.to, istok.env.timeZone)
  const who = { ...(chosen.actor ? { actor: chosen.actor } : {}), ...(chosen.action ? { action: chosen.action } : {}) }
  const filter = { ...who, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
  const { items, nextCursor } = await listAudit(istok, actor, { ...filter, limit: 100, cursor: readValue(query, 'cursor') })
  const people = (await listUsers(istok, actor, { limit: 200 })).items
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
        <AuditTable entries={items} names={new Map(people.map(({ id, name }) => [`user:${id}`, name]))} />
      )}
      <Pager path="/studio/settings/audit" query={query} keep={parameters} nextCursor={nextCursor} />
    </div>
  )
}
