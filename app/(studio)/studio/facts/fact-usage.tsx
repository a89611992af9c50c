import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { preferred } from '#app/_ui/titles.ts'
import type { Uses } from '#lib/authoring/list-uses.ts'

/** In how many articles a fact or a snippet stands, and which; the page at `href` names all. */
export async function FactUsage({ usage, href }: { usage: Uses | undefined; href: string }) {
  const { t, locale } = await readInterface()
  if (!usage) return <span className="quiet">{t('facts.unused')}</span>
  return (
    <details className="usage">
      <summary>{t('facts.usedIn', { count: usage.count })}</summary>
      <ul>
        {usage.articles.map(({ id, translations }) => {
          const shown = preferred(translations, locale)
          return (
            <li key={id}>
              <Link href={`/studio/articles/${id}`} lang={shown?.locale} className="usage-link">
                {shown?.title}
              </Link>
            </li>
          )
        })}
        {usage.count > usage.articles.length && (
          <li>
            <Link href={href}>{t('facts.usedMore', { count: usage.count - usage.articles.length })}</Link>
          </li>
        )}
      </ul>
    </details>
  )
}
