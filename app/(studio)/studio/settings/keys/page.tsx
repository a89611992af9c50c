import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listKeys } from '#lib/access/list-keys.ts'
import { KeyTable } from './key-table.tsx'
import { NewKeyButton } from './new-key-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('keys.title') }
}

export default async function KeysPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const query = await searchParams
  const { t } = await readInterface()
  const { items, nextCursor } = await listKeys(istok, actor, { limit: 100, cursor: readValue(query, 'cursor') })
  return (
    <div className="page">
      <PageHead title={t('keys.title')}>
        <NewKeyButton />
      </PageHead>
      <p className="page-lead">{t('keys.lead')}</p>
      {items.length === 0 ? <EmptyState icon="key" title={t('keys.none')} text={t('keys.noneHint')} /> : <KeyTable keys={items} />}
      <Pager path="/studio/settings/keys" query={query} keep={[]} nextCursor={nextCursor} />
    </div>
  )
}
