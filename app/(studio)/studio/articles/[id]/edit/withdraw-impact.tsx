'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { channelKinds } from '#lib/compile/channels.ts'
import type { ReleasePreview } from '#lib/release/compile-preview.ts'

/** Articles that are listed; the rest is counted. */
const shown = 12

/** In which channels and languages the article is said now, and which other articles change or stand in the way because they lead to it. */
export function WithdrawImpact({ articleId, impact }: { articleId: string; impact: ReleasePreview }) {
  const t = useTranslations()
  const own = impact.impact.filter(one => one.articleId === articleId)
  const others = impact.impact.filter(one => one.articleId !== articleId)
  const counts = channelKinds.flatMap(kind => {
    const languages = own.filter(({ channels }) => channels.some(({ channel, effect }) => channel === kind && effect === 'removed'))
    return languages.length > 0 ? [{ kind, languages: languages.map(({ locale }) => locale.toUpperCase()) }] : []
  })
  return (
    <>
      <ul className="usage-channels" aria-label={t('edit.withdrawFrom')}>
        {counts.map(({ kind, languages }) => (
          <li key={kind}>
            <Icon name={kind} size={16} />
            {t(`windows.channels.${kind}`)}
            <strong>{languages.join(', ')}</strong>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div>
          <p className="impact-loss impact-loss-warning">
            <Icon name="warning" size={16} />
            {t(impact.lossCount > 0 ? 'edit.withdrawStopped' : 'edit.withdrawLinked', {
              count: new Set(others.map(one => one.articleId)).size,
            })}
          </p>
          <ul>
            {others.slice(0, shown).map(({ articleId: id, locale, title }) => (
              <li key={`${id} ${locale}`}>
                <Link href={`/studio/articles/${id}?locale=${locale}`} lang={locale} className="usage-link">
                  {title}
                </Link>{' '}
                <span className="locale-mark">{locale}</span>
              </li>
            ))}
          </ul>
          {others.length > shown && <p className="quiet">{t('catalogue.impact.more', { count: others.length - shown })}</p>}
        </div>
      )}
    </>
  )
}
