import type { Metadata } from 'next'
import Link from 'next/link'
import { CategoryTabs } from '#app/_catalogue/category-tabs.tsx'
import { DeleteButton } from '#app/_catalogue/delete-button.tsx'
import { HistoryLink } from '#app/_catalogue/history-link.tsx'
import { ListToolbar } from '#app/_catalogue/list-toolbar.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { listTags } from '#lib/authoring/list-tags.ts'
import { MergeTagButton } from './merge-tag-button.tsx'
import { NewTagButton, TagNameButton } from './tag-dialog.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.tags.title') }
}

export default async function TagsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t, locale } = await readInterface()
  const q = readValue(query, 'q')
  const page = await listTags(istok, actor, { q, cursor: readValue(query, 'cursor'), limit: 50 })
  const canWrite = actor.scopes.has('write')
  const { locales } = istok.env
  return (
    <div className="page">
      <PageHead title={t('catalogue.tags.title')}>{canWrite && <NewTagButton locales={locales} />}</PageHead>
      <CategoryTabs here="tags" />
      <p className="page-lead">{t('catalogue.tags.lead')}</p>
      <ListToolbar path="/studio/tags" label={t('catalogue.tags.find')} q={q ?? ''} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={q ? 'search' : 'categories'}
          title={t(q ? 'articles.noneFound' : 'catalogue.tags.none')}
          text={t(q ? 'articles.noneFoundHint' : 'catalogue.tags.noneHint')}
        />
      ) : (
        <TableBox label={t('catalogue.tags.title')}>
          <table className="table table-stacked">
            <thead>
              <tr>
                <th scope="col">{t('catalogue.tags.tag')}</th>
                <th scope="col" className="number">
                  {t('catalogue.tags.articles')}
                </th>
                <th scope="col" className="number">
                  {t('catalogue.tags.live')}
                </th>
                <th scope="col">{t('facts.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {page.items.map(tag => {
                const name = textIn(tag.title, locale, tag.slug)
                return (
                  <tr key={tag.slug}>
                    <td className="wide">
                      {canWrite ? <TagNameButton tag={tag} locales={locales} name={name} /> : <strong>{name}</strong>}
                      <span className="under mono">{tag.slug}</span>
                    </td>
                    <td className="number" data-label={t('catalogue.tags.articles')}>
                      <Link href={`/studio/tags/${tag.slug}`} className="text-link" aria-label={t('catalogue.usage.of', { name })}>
                        {tag.articles}
                      </Link>
                    </td>
                    <td className="number" data-label={t('catalogue.tags.live')}>
                      {tag.live}
                    </td>
                    <td className="nowrap last">
                      <span className="row-actions">
                        <HistoryLink href={`/studio/tags/${tag.slug}`} name={name} />
                        {canWrite && (
                          <>
                            <MergeTagButton slug={tag.slug} name={name} />
                            <DeleteButton path={`/tags/${tag.slug}`} version={tag.version} name={name} then={null} compact kind="tag" />
                          </>
                        )}
                      </span>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableBox>
      )}
      <Pager path="/studio/tags" query={query} keep={['q']} nextCursor={page.nextCursor} />
    </div>
  )
}
