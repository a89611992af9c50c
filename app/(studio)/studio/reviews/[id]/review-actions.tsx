'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { SendReviewButton } from '#app/_ui/review/send-review-button.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { ReviewEntry } from '#lib/review/present-review.ts'
import { SendBackDialog } from './send-back-dialog.tsx'

interface Props {
  review: Pick<ReviewEntry, 'id' | 'articleId' | 'locale' | 'state' | 'isCurrent'>
  rights: { approve: boolean; reject: boolean; withdraw: boolean; resend: boolean }
  next: string | null
}

/** Approving, sending back, taking back; then on to the next review. Also by keys. */
export function ReviewActions({ review, rights, next }: Props) {
  const t = useTranslations('workflow.review')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [pending, setPending] = useState<string | null>(null)
  const [dialog, setDialog] = useState(false)
  const isOpen = review.state === 'open'
  const canApprove = isOpen && rights.approve && review.isCurrent
  const canReject = rights.reject && (isOpen || review.state === 'approved')

  async function decide(state: 'approved' | 'withdrawn') {
    setPending(state)
    const reply = await callApi('PATCH', `/reviews/${review.id}`, { body: { state } })
    setPending(null)
    if (!reply.ok) notify('error', reply.problem.status === 409 ? t('changedMeanwhile') : say(reply.problem))
    else notify('success', t(`done.${state}`))
    router.refresh()
  }

  useShortcuts(t('keys.title'), [
    ...(canApprove ? [{ keys: 'A', label: t('approve'), run: () => void decide('approved') }] : []),
    ...(canReject ? [{ keys: 'R', label: t('sendBack'), run: () => setDialog(true) }] : []),
    ...(next ? [{ keys: 'N', label: t('next'), run: () => router.push(`/studio/reviews/${next}`) }] : []),
  ])

  return (
    <>
      {isOpen && rights.withdraw && (
        <Button variant="default" loading={pending === 'withdrawn'} onClick={() => decide('withdrawn')}>
          {t('withdraw')}
        </Button>
      )}
      {((isOpen && !review.isCurrent) || review.state === 'rejected') && rights.resend && (
        <SendReviewButton articleId={review.articleId} locale={review.locale} onSent={id => router.push(`/studio/reviews/${id}`)} />
      )}
      {canReject && (
        <Button variant="default" leftSection={<Icon name="back" size={16} />} onClick={() => setDialog(true)}>
          {t('sendBack')}
        </Button>
      )}
      {canApprove && (
        <Button loading={pending === 'approved'} leftSection={<Icon name="check" size={16} />} onClick={() => decide('approved')}>
          {t('approve')}
        </Button>
      )}
      {dialog && <SendBackDialog reviewId={review.id} onClose={() => setDialog(false)} />}
    </>
  )
}
