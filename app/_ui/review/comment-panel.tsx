'use client'

import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CommentEntry } from '#lib/review/comments.ts'
import { Icon } from '../icon.tsx'
import { useCommentDesk } from './comment-desk.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentThread } from './comment-thread.tsx'

interface Props {
  articleId: string
  locale: string
  /** The review during which somebody remarks; null outside of one. */
  reviewId: string | null
  threads: CommentEntry[]
  canWrite: boolean
}

/** The remarks on a text, beside it. */
export function CommentPanel({ articleId, locale, reviewId, threads, canWrite }: Props) {
  const t = useTranslations('workflow.comments')
  const { place, begin } = useCommentDesk()
  const [withResolved, setWithResolved] = useState(false)
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const shown = withResolved ? threads : open
  const about = { articleId, locale, reviewId }
  return (
    <aside className="comments" aria-label={t('title')}>
      <div className="comments-head">
        <h2>{t('title')}</h2>
        {threads.length > open.length && (
          <Switch
            size="xs"
            label={t('withResolved', { count: threads.length - open.length })}
            checked={withResolved}
            onChange={event => setWithResolved(event.currentTarget.checked)}
          />
        )}
      </div>
      {canWrite && !place && (
        <Button size="xs" variant="default" leftSection={<Icon name="comment" size={15} />} onClick={() => begin({ path: '', quote: '' })}>
          {t('addGeneral')}
        </Button>
      )}
      {canWrite && place && (
        <CommentForm key={`${place.path} ${place.quote}`} {...about} {...place} threadId={null} onDone={() => begin(null)} />
      )}
      {shown.length === 0 && !place && <p className="quiet">{t(threads.length > 0 ? 'allResolved' : canWrite ? 'none' : 'noneYet')}</p>}
      <ol className="threads">
        {shown.map(thread => (
          <li key={thread.id}>
            <CommentThread thread={thread} reviewId={reviewId} canWrite={canWrite} />
          </li>
        ))}
      </ol>
    </aside>
  )
}
