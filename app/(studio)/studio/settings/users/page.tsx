import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listUsers } from '#lib/access/list-users.ts'
import { NewUserButton } from './new-user-button.tsx'
import { UserTable } from './user-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('admin.users.title') }
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor, userId } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const query = await searchParams
  const { t } = await readInterface()
  const { items, nextCursor } = await listUsers(istok, actor, { limit: 100, cursor: readValue(query, 'cursor') })
  return (
    <div className="page">
      <PageHead title={t('admin.users.title')}>
        <NewUserButton />
      </PageHead>
      <p className="page-lead">{t('admin.users.lead')}</p>
      <UserTable users={items} ownId={userId} />
      <Pager path="/studio/settings/users" query={query} keep={[]} nextCursor={nextCursor} />
    </div>
  )
}
