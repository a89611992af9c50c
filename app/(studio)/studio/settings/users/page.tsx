import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { listUsers } from '#lib/access/list-users.ts'
import { type CategoryEntry, listCategories } from '#lib/authoring/list-categories.ts'
import { NewUserButton } from './new-user-button.tsx'
import { UserTable } from './user-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('admin.users.title') }
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor, userId } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const query = await searchParams
  const { t, locale } = await readInterface()
  const categories = namedPaths((await listCategories(istok, actor)).items, locale)
  const { items, nextCursor } = await listUsers(istok, actor, { limit: 100, cursor: readValue(query, 'cursor') })
  return (
    <div className="page">
      <PageHead title={t('admin.users.title')}>
        <NewUserButton categories={categories} />
      </PageHead>
      <p className="page-lead">{t('admin.users.lead')}</p>
      <UserTable users={items} ownId={userId} categories={categories} />
      <Pager path="/studio/settings/users" query={query} keep={[]} nextCursor={nextCursor} />
    </div>
  )
}

/** Each category with the titles of those above it, so that the tree can be read from a list. */
function namedPaths(items: CategoryEntry[], locale: string): [string, string][] {
  const bySlug = new Map(items.map(item => [item.slug, item]))
  const nameOf = ({ slug, title, parent }: CategoryEntry): string => {
    const above = parent === null ? undefined : bySlug.get(parent)
    const own = textIn(title, locale, slug)
    return above ? `${nameOf(above)} › ${own}` : own
  }
  return items.map((item): [string, string] => [item.slug, nameOf(item)]).sort(([, a], [, b]) => a.localeCompare(b, locale))
}
