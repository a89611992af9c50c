'use client'

import { useTranslations } from 'use-intl'

export type View = 'all' | 'favourites' | 'recent' | 'news'
const views: { view: View; key: string }[] = [
  { view: 'all', key: 'A' },
  { view: 'favourites', key: 'S' },
  { view: 'recent', key: 'L' },
  { view: 'news', key: 'N' },
]

/** What stands at hand: everything, favourites, what was open last, what changed. */
export function DeskViews({ view, news, onView }: { view: View; news: number; onView: (view: View) => void }) {
  const t = useTranslations('desk.views')
  return (
    <nav className="desk-views" aria-label={t('label')}>
      {views.map(one => (
        <button key={one.view} type="button" aria-pressed={one.view === view} aria-keyshortcuts={one.key} onClick={() => onView(one.view)}>
          {t(one.view)}
          {one.view === 'news' && news > 0 && <span className="desk-count">{news}</span>}
        </button>
      ))}
    </nav>
  )
}
