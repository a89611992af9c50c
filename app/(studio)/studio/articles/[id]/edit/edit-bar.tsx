'use client'

import { Button, Group } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { PresenceList } from './presence-list.tsx'
import { SaveIndicator } from './save-indicator.tsx'
import type { ArticleDraft } from './use-article-draft.ts'
import type { Attendee } from './use-presence.ts'

interface Props {
  articleId: string
  locale: string
  locales: string[]
  draft: ArticleDraft
  others: Attendee[]
  canPublish: boolean
  isLive: boolean
  onPublish: () => void
  onWithdraw: () => void
  /** What else can be done with the draft, e.g. sending it to review. */
  children?: ReactNode
}

/** What is edited, where it is kept, who else is here, and what can be done with it. Stays in view. */
export function EditBar({ articleId, locale, locales, draft, others, canPublish, isLive, onPublish, onWithdraw, children }: Props) {
  const t = useTranslations()
  const title = useSessionState(draft.sessions.text, ({ content }) => content.title)
  return (
    <section className="edit-bar" data-region tabIndex={-1} aria-label={t('draft.regions.bar')}>
      <Link
        className="edit-back"
        href={`/studio/articles/${articleId}?locale=${locale}`}
        aria-label={t('draft.back')}
        title={t('draft.back')}
      >
        <Icon name="left" size={18} />
      </Link>
      <h1 lang={locale}>{title || t('edit.title')}</h1>
      <nav className="locales" aria-label={t('article.languages')}>
        {locales.map(one => (
          <Link
            key={one}
            href={`/studio/articles/${articleId}/edit?locale=${one}`}
            className="locale-link"
            aria-current={one === locale ? 'page' : undefined}
          >
            {one}
          </Link>
        ))}
      </nav>
      <PresenceList others={others} locale={locale} />
      <SaveIndicator {...draft.sessions} />
      <Group gap="xs" className="edit-actions">
        {canPublish && isLive && (
          <Button variant="subtle" color="red" onClick={onWithdraw}>
            {t('edit.withdraw')}
          </Button>
        )}
        {children}
        {canPublish && (
          <Button onClick={onPublish} leftSection={<Icon name="send" size={16} />}>
            {t('edit.publish')}
          </Button>
        )}
      </Group>
    </section>
  )
}
