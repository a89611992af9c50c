import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import { requireSession } from '#app/session.ts'
import { listImports } from '#lib/exchange/list-imports.ts'
import { ImportStateBadge } from './import-state-badge.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('imports.title') }
}

const numbers = ['created', 'updated', 'skipped', 'failed'] as const

export default async function ImportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const { t, format } = await readInterface()
  if (!actor.scopes.has('write')) return <NoAccess />
  const query = await searchParams
  const { items, nextCursor } = await listImports(istok, actor, { cursor: readValue(query, 'cursor'), limit: 50 })
  return (
    <div className="page">
      <PageHead title={t('imports.title')}>
        {actor.scopes.has('read:internal') && (
          <ButtonLink href="/api/v1/exports" outside variant="default">
            {t('imports.export')}
          </ButtonLink>
        )}
        <ButtonLink href="/studio/imports/new" leftSection={<Icon name="upload" size={16} />}>
          {t('imports.new')}
        </ButtonLink>
      </PageHead>
      <p className="page-lead">{t('imports.lead')}</p>
      {items.length === 0 ? (
        <EmptyState icon="upload" title={t('imports.none')} text={t('imports.noneHint')} />
      ) : (
        <TableBox label={t('imports.title')}>
          <table className="table table-stacked import-list">
            <thead>
              <tr>
                <th scope="col">{t('imports.begun')}</th>
                <th scope="col">{t('imports.state')}</th>
                {numbers.map(name => (
                  <th key={name} scope="col" className="number">
                    {t(`imports.counts.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map(item => (
                <tr key={item.id}>
                  <td className="wide">
                    <Link href={`/studio/imports/${item.id}`} className="row-link">
                      {format.dateTime(item.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
                    </Link>{' '}
                    <span className="quiet">
                      {t(item.dryRun ? 'imports.kinds.dryRun' : item.publish ? 'imports.kinds.release' : 'imports.kinds.drafts')}
                    </span>
                  </td>
                  <td>
                    <ImportStateBadge status={item.status} label={t(`imports.states.${item.status}`)} />
                  </td>
                  {numbers.map(name => (
                    <td key={name} className="number" data-label={t(`imports.counts.${name}`)}>
                      {format.number(item[name])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <Pager path="/studio/imports" query={query} keep={[]} nextCursor={nextCursor} />
    </div>
  )
}
