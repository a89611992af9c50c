import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'
import { StandingBadge } from '#app/_ui/review/standing-badge.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import { preferred } from '#app/_ui/titles.ts'
import type { ArticleRights } from '#lib/authoring/article-rights.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'
import { now } from '#lib/clock.ts'
import { type Filters, sortOf } from './read-filters.ts'

interface Props {
  articles: ArticleEntry[]
  /** Titles by slug. */
  categories: Record<string, string>
  filters: Filters
  /** What may be done with each article, by id: those with something have a box to choose them by; null: there are no boxes. */
  rights: ReadonlyMap<string, ArticleRights> | null
}

export async function ArticleTable({ articles, categories, filters, rights }: Props) {
  const { t, locale } = await readInterface()
  const sort = sortOf(filters)
  const sortable = (by: 'title' | 'due' | 'updated', label: string, className?: string) => (
    <th scope="col" className={className} aria-sort={sort !== by ? 'none' : by === 'updated' ? 'descending' : 'ascending'}>
      <Link href={withQuery('/studio/articles', { ...filters, sort: by === 'updated' ? undefined : by })} className="sort-link">
        {label}
        {sort === by && <Icon name="down" size={13} />}
      </Link>
    </th>
  )
  return (
    <TableBox label={t('articles.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            {rights && (
              <th scope="col" className="choose">
                <input type="checkbox" name="all" aria-label={t('workflow.list.chooseAll')} />
              </th>
            )}
            {sortable('title', t('articles.article'))}
            <th scope="col">{t('articles.status')}</th>
            <th scope="col">{t('articles.category')}</th>
            <th scope="col">{t('articles.languages')}</th>
            {sortable('due', t('workflow.list.due'), 'number')}
            {sortable('updated', t('articles.updated'), 'number')}
          </tr>
        </thead>
        <tbody>
          {articles.map(article => (
            <ArticleRow key={article.id} article={article} categories={categories} rights={rights} locale={locale} />
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}

async function ArticleRow({
  article,
  categories,
  rights,
  locale,
}: Omit<Props, 'articles' | 'filters'> & { article: ArticleEntry; locale: string }) {
  const { t, format } = await readInterface()
  const shown = preferred(article.translations, locale)
  const title = shown?.title ?? article.slug
  const date = (instant: number) => (
    <time dateTime={new Date(instant).toISOString()}>{format.dateTime(instant, { dateStyle: 'medium' })}</time>
  )
  const standings = [...new Set(article.translations.flatMap(({ standing }) => standing ?? []))]
  const may = (['write', 'publish'] as const).filter(scope => rights?.get(article.id)?.[scope]).join(' ')
  const isDue = article.dueAt !== null && article.dueAt <= now()
  return (
    <tr data-row>
      {rights && (
        <td className="choose">
          {may && (
            <input
              type="checkbox"
              name="article"
              value={article.id}
              data-status={article.status}
              data-may={may}
              data-title={title}
              aria-label={t('workflow.list.choose', { title })}
            />
          )}
        </td>
      )}
      <td className="wide">
        <Link href={`/studio/articles/${article.id}${shown ? `?locale=${shown.locale}` : ''}`} className="row-link" lang={shown?.locale}>
          {title}
        </Link>
        <span className="under">
          <span className="mono">{article.slug}</span>
          {article.owner && <span>{article.owner}</span>}
          {article.audience === 'internal' && (
            <span className="internal-mark">
              <Icon name="locked" size={13} />
              {t('articles.internal')}
            </span>
          )}
          {article.losses > 0 && (
            <span className="loss-mark">
              <Icon name="warning" size={13} />
              {t('workflow.list.losses', { count: article.losses })}
            </span>
          )}
        </span>
      </td>
      <td>
        <span className="states">
          <StatusBadge status={article.status} t={t} />
          {standings.map(standing => (
            <StandingBadge key={standing} standing={standing} t={t} />
          ))}
        </span>
      </td>
      <td className="nowrap">{article.category === null ? '—' : (categories[article.category] ?? article.category)}</td>
      <td>
        <span className="locales">
          {article.translations.map(translation => (
            <Link key={translation.locale} href={`/studio/articles/${article.id}?locale=${translation.locale}`} className="locale-link">
              {translation.locale}
            </Link>
          ))}
        </span>
      </td>
      <td className="number">
        {article.dueAt !== null && (
          <span className={isDue ? 'due-now' : undefined}>
            {isDue && <Icon name="warning" size={13} label={t('workflow.list.attention.due')} />}
            {date(article.dueAt)}
          </span>
        )}
      </td>
      <td className="number">{date(article.updatedAt)}</td>
    </tr>
  )
}
