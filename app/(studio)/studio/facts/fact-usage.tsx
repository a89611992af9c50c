import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { preferred } from '#app/_ui/titles.ts'
import type { Usage } from '#lib/authoring/read-usage.ts'

/** In how many articles a fact stands, and which. */
export async function FactUsage({ usage }: { usage: Usage }) {
  const { t, locale } = await readInterface()
  const articles = [...Map.groupBy(usage.drafts, ({ articleId }) => articleId)]
  if (articles.length === 0) return <span className="quiet">{t('facts.unused')}</span>
  return (
    <details className="usage">
      <summary>{t('facts.usedIn', { count: articles.length })}</summary>
      <ul>
        {articles.map(([id, uses]) => {
          const shown = preferred(uses, locale)
          return (
            <li key={id}>
              <Link href={`/studio/articles/${id}`} lang={shown?.locale} className="usage-link">
                {shown?.title}
              </Link>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
