import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { statuses } from '#lib/authoring/status.ts'
import { ArticleFilters } from './article-filters.tsx'
import { ArticleTable } from './article-table.tsx'

const filters = ['q', 'status', 'category'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('articles.title') }
}

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t, locale } = await readInterface()
  const status = statuses.find(known => known === readValue(query, 'status'))
  const [q, category, cursor] = [readValue(query, 'q'), readValue(query, 'category'), readValue(query, 'cursor')]
  const { items: categories } = await listCategories(istok, actor)
  const page = await listArticles(istok, actor, { q, status, category, cursor, limit: 50 })
  const titles = Object.fromEntries(categories.map(({ slug, title }) => [slug, textIn(title, locale, slug)]))
  const isFiltered = q !== undefined || status !== undefined || category !== undefined
  return (
    <div className="page">
      <PageHead title={t('articles.title')}>
        {actor.scopes.has('write') && (
          <ButtonLink href="/studio/articles/new" leftSection={<Icon name="plus" size={16} />}>
            {t('articles.new')}
          </ButtonLink>
        )}
      </PageHead>
      <ArticleFilters q={q ?? ''} status={status ?? ''} category={category ?? ''} categories={Object.entries(titles)} />
      {page.items.length > 0 ? (
        <ArticleTable articles={page.items} categories={titles} />
      ) : (
        <EmptyState
          icon={isFiltered ? 'search' : 'articles'}
          title={t(isFiltered ? 'articles.noneFound' : 'articles.none')}
          text={t(isFiltered ? 'articles.noneFoundHint' : 'articles.noneHint')}
        />
      )}
      <Pager path="/studio/articles" query={query} keep={filters} nextCursor={page.nextCursor} />
    </div>
  )
}
