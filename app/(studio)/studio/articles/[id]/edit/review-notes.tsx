'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { CommentThread } from '#app/_ui/review/comment-thread.tsx'
import type { CommentEntry } from '#lib/review/comments.ts'

/** What reviewers said of a text: why it was sent back, if it was, and their open remarks. */
export interface ReviewNote {
  sentBack: { id: string; reason: string; by: string } | null
  threads: CommentEntry[]
}

/** What reviewers said, where the text is being changed; each remark leads to its place. */
export function ReviewNotes({ sentBack, threads, onGo }: ReviewNote & { onGo: (thread: CommentEntry) => void }) {
  const t = useTranslations('workflow')
  if (!sentBack && threads.length === 0) return null
  return (
    <details open className="review-notes">
      <summary>
        {[sentBack && t('standing.sent-back'), threads.length > 0 && t('comments.count', { count: threads.length })]
          .filter(Boolean)
          .join(' · ')}
      </summary>
      {sentBack && (
        <p className="review-notes-reason">
          <strong>{sentBack.by}</strong> {sentBack.reason}{' '}
          <Link href={`/studio/reviews/${sentBack.id}`} className="meta-link">
            {t('review.open')}
          </Link>
        </p>
      )}
      <ol className="threads">
        {threads.map(thread => (
          <li key={thread.id}>
            <CommentThread thread={thread} reviewId={null} canWrite onGo={() => onGo(thread)} />
          </li>
        ))}
      </ol>
    </details>
  )
}
