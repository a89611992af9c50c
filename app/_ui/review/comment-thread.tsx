'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { CommentEntry } from '#lib/review/comments.ts'
import { callApi } from '../call-api.ts'
import { Icon } from '../icon.tsx'
import { useNotify } from '../notices.tsx'
import { useProblemText } from '../use-problem-text.ts'
import { CommentForm } from './comment-form.tsx'

interface Props {
  thread: CommentEntry
  reviewId: string | null
  canWrite: boolean
  /** Leads to the place in an editor; without it the quotation is a link to the place on the page. */
  onGo?: () => void
}

/** A remark with its answers: what it is about, who said what, and whether it is settled. */
export function CommentThread({ thread, reviewId, canWrite, onGo }: Props) {
  const t = useTranslations('workflow.comments')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [answering, setAnswering] = useState(false)
  const { articleId, locale, path, quote, place } = thread

  async function resolve(resolved: boolean) {
    const reply = await callApi('PATCH', `/comments/${thread.id}`, { body: { resolved } })
    if (!reply.ok) notify('error', say(reply.problem))
    router.refresh()
  }

  return (
    <article className="thread" data-resolved={thread.resolvedAt !== null || undefined}>
      {place.state === 'orphaned' && (
        <p className="thread-orphan">
          <Icon name="warning" size={15} />
          {t('orphaned')}
        </p>
      )}
      {quote && (
        <blockquote lang={locale}>
          {place.state === 'orphaned' ? (
            quote
          ) : onGo ? (
            <button type="button" className="quote-button" onClick={onGo}>
              {quote}
            </button>
          ) : (
            <a href={`#place${place.path.replaceAll('/', '-')}`}>{quote}</a>
          )}
        </blockquote>
      )}
      {[thread, ...thread.replies].map(one => (
        <Remark key={one.id} {...one} />
      ))}
      {thread.resolvedBy && <p className="quiet">{t('resolvedBy', { name: thread.resolvedBy.name })}</p>}
      {canWrite && !answering && (
        <div className="thread-actions">
          <Button size="compact-xs" variant="subtle" onClick={() => setAnswering(true)}>
            {t('reply')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => resolve(thread.resolvedAt === null)}>
            {t(thread.resolvedAt === null ? 'resolve' : 'reopen')}
          </Button>
        </div>
      )}
      {answering && (
        <CommentForm {...{ articleId, locale, reviewId, path, quote }} threadId={thread.id} onDone={() => setAnswering(false)} />
      )}
    </article>
  )
}

function Remark({ author, createdAt, text }: Pick<CommentEntry, 'author' | 'createdAt' | 'text'>) {
  const format = useFormatter()
  return (
    <div className="remark">
      <p className="remark-head">
        <strong>{author.name}</strong>{' '}
        <time dateTime={new Date(createdAt).toISOString()}>{format.dateTime(createdAt, { dateStyle: 'short', timeStyle: 'short' })}</time>
      </p>
      <p className="remark-text">{text}</p>
    </div>
  )
}
