'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { WithdrawImpact } from './withdraw-impact.tsx'

/** Takes the article out of every channel and language at once. */
export function WithdrawDialog({ articleId, onClose }: { articleId: string; onClose: () => void }) {
  const t = useTranslations('edit')
  const router = useRouter()
  const notify = useNotify()
  return (
    <ConfirmDialog
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      action={t('withdrawNow')}
      danger
      onClose={onClose}
      onConfirm={async note => {
        const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, withdraw: [articleId] } })
        if (!reply.ok) return reply.problem
        notify('success', t('withdrawn', { number: reply.body.number }))
        router.refresh()
        return null
      }}
    >
      <WithdrawImpact articleId={articleId} />
    </ConfirmDialog>
  )
}
