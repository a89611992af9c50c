'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { Attendee } from './use-presence.ts'

/** Who else has the article open, since when and in which language. */
export function PresenceList({ others, locale }: { others: Attendee[]; locale: string }) {
  const t = useTranslations('draft.presence')
  const format = useFormatter()
  if (others.length === 0) return null
  return (
    <ul className="presence" aria-label={t('title')}>
      {others.map(({ tab, name, locale: theirs, openedAt, isSelf }) => {
        const time = format.dateTime(new Date(openedAt), { timeStyle: 'short' })
        return (
          <li key={tab} className={theirs === locale ? 'presence-here' : undefined}>
            <Icon name="user" size={15} />
            {isSelf ? t('self', { time }) : t('other', { name, time })}
            {theirs !== locale && <span className="locale-tag">{theirs}</span>}
          </li>
        )
      })}
    </ul>
  )
}
