'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Sends a review back and says what has to change. */
export function SendBackDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const t = useTranslations('workflow.review')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()

  async function sendBack(reason: string) {
    const reply = await callApi('PATCH', `/reviews/${reviewId}`, { body: { state: 'rejected', reason } })
    if (!reply.ok) return reply.problem
    notify('success', t('done.rejected'))
    router.refresh()
    return null
  }
  return (
    <ConfirmDialog
      title={t('sendBackTitle')}
      action={t('sendBackNow')}
      noteLabel={t('reasonField')}
      noteRequired
      say={say}
      onClose={onClose}
      onConfirm={sendBack}
    />
  )
}
