import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { RowKeys } from '#app/_ui/row-keys.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { readArticleRights, readWritableCategories } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { listCountedArticles } from '#lib/authoring/list-counted-articles.ts'
import { listOwners } from '#lib/authoring/list-owners.ts'
import { listTags } from '#lib/authoring/list-tags.ts'
import { listViews } from '#lib/authoring/saved-views.ts'
import { ArticleFilters } from './article-filters.tsx'
import { ArticleTable } from './article-table.tsx'
import { ArticleViews } from './article-views.tsx'
import { BulkArea } from './bulk-area.tsx'
import { conditionsOf, filterNames, readFilters, sortOf } from './read-filters.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('articles.title') }
}

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor, email } = await requireSession()
  const query = await searchParams
  const { t, locale } = await readInterface()
  const filters = readFilters(query)
  const conditions = conditionsOf(filters, { name: actor.name, email })
  const sort = sortOf(filters)
  const { items: categories } = await listCategories(istok, actor)
  const filter = { ...conditions, sort, language: locale, cursor: readValue(query, 'cursor'), limit: 50 }
  const { count, ...page } = await listCountedArticles(istok, actor, filter)
  const { items: tags } = await listTags(istok, actor)
  const titles = Object.fromEntries(categories.map(({ slug, title }) => [slug, textIn(title, locale, slug)]))
  const rights = readArticleRights(
    istok,
    actor,
    page.items.map(({ id }) => id),
  )
  const canChoose = canSomewhere(actor, 'write')
  const writable = readWritableCategories(istok, actor)
  const isFiltered = filterNames.some(name => name !== 'sort' && filters[name] !== undefined)
  return (
    <div className="page">
      <PageHead title={t('articles.title')}>
        {canSomewhere(actor, 'write') && (
          <ButtonLink href="/studio/articles/new" leftSection={<Icon name="plus" size={16} />}>
            {t('articles.new')}
          </ButtonLink>
        )}
      </PageHead>
      <ArticleViews filters={filters} views={await listViews(istok, actor, 'articles')} />
      <ArticleFilters
        filters={filters}
        categories={Object.entries(titles)}
        tags={tags.map(({ slug, title }) => [slug, textIn(title, locale, slug)])}
        owners={await listOwners(istok, actor)}
        locales={istok.env.locales}
        count={count}
      />
      {page.items.length > 0 ? (
        <RowKeys canChoose={canChoose} search="find-articles">
          <BulkArea
            categories={Object.entries(titles).filter(([slug]) => writable?.has(slug) ?? true)}
            canHaveNone={writable === null}
            tags={tags.map(({ slug }) => slug)}
            key={JSON.stringify([filters, readValue(query, 'cursor')])}
          >
            <ArticleTable articles={page.items} categories={titles} filters={filters} rights={canChoose ? rights : null} />
          </BulkArea>
        </RowKeys>
      ) : (
        <EmptyState
          icon={isFiltered ? 'search' : 'articles'}
          title={t(isFiltered ? 'articles.noneFound' : 'articles.none')}
          text={t(isFiltered ? 'articles.noneFoundHint' : 'articles.noneHint')}
        >
          {isFiltered && (
            <ButtonLink href="/studio/articles" variant="default">
              {t('workflow.list.unfilter')}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      <Pager path="/studio/articles" query={query} keep={filterNames} nextCursor={page.nextCursor} />
    </div>
  )
}
