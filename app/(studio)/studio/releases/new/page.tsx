import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { type Query, readList } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { Composer } from './composer.tsx'
import { readLists } from './read-lists.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('composer.title') }
}

export default async function NewReleasePage({ searchParams }: { searchParams: Promise<Query> }) {
  const session = await requireSession()
  if (!canSomewhere(session.actor, 'publish')) return <NoAccess />
  const { t, locale } = await readInterface()
  const query = await searchParams
  const named = { articles: readList(query, 'articles'), facts: readList(query, 'facts'), snippets: readList(query, 'snippets') }
  const lists = await readLists(session, named, locale)
  return (
    <div className="page">
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href="/studio/releases">
          <Icon name="left" size={15} />
          {t('releases.title')}
        </Link>
      </nav>
      <PageHead title={t('composer.title')} />
      <Composer lists={lists} />
    </div>
  )
}
