import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import { preferred } from '#app/_ui/titles.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'

interface Props {
  articles: ArticleEntry[]
  /** Titles by slug. */
  categories: Record<string, string>
}

export async function ArticleTable({ articles, categories }: Props) {
  const { t, format, locale } = await readInterface()
  return (
    <TableBox label={t('articles.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{t('articles.article')}</th>
            <th scope="col">{t('articles.status')}</th>
            <th scope="col">{t('articles.category')}</th>
            <th scope="col">{t('articles.languages')}</th>
            <th scope="col" className="number">
              {t('articles.updated')}
            </th>
          </tr>
        </thead>
        <tbody>
          {articles.map(article => {
            const shown = preferred(article.translations, locale)
            return (
              <tr key={article.id}>
                <td className="wide">
                  <Link
                    href={`/studio/articles/${article.id}${shown ? `?locale=${shown.locale}` : ''}`}
                    className="row-link"
                    lang={shown?.locale}
                  >
                    {shown?.title ?? article.slug}
                  </Link>
                  <span className="under">
                    <span className="mono">{article.slug}</span>
                    {article.audience === 'internal' && (
                      <span className="internal-mark">
                        <Icon name="locked" size={13} />
                        {t('articles.internal')}
                      </span>
                    )}
                  </span>
                </td>
                <td>
                  <StatusBadge status={article.status} t={t} />
                </td>
                <td className="nowrap">{article.category === null ? '—' : (categories[article.category] ?? article.category)}</td>
                <td>
                  <span className="locales">
                    {article.translations.map(translation => (
                      <Link
                        key={translation.locale}
                        href={`/studio/articles/${article.id}?locale=${translation.locale}`}
                        className="locale-link"
                      >
                        {translation.locale}
                      </Link>
                    ))}
                  </span>
                </td>
                <td className="number">
                  <time dateTime={new Date(article.updatedAt).toISOString()}>
                    {format.dateTime(article.updatedAt, { dateStyle: 'medium' })}
                  </time>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableBox>
  )
}
