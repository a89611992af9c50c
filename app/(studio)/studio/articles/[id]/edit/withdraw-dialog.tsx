'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useImpact } from '#app/_catalogue/use-impact.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import type { ReleasePreview } from '#lib/release/compile-preview.ts'
import { WithdrawImpact } from './withdraw-impact.tsx'

/** Takes the article out of every channel and language at once. */
export function WithdrawDialog({ articleId, onClose }: { articleId: string; onClose: () => void }) {
  const t = useTranslations('edit')
  const router = useRouter()
  const notify = useNotify()
  const { impact } = useImpact<ReleasePreview>('/releases/preview', { note: '', withdraw: [articleId] })
  return (
    <ConfirmDialog
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      action={t('withdrawNow')}
      danger
      blocked={impact !== null && impact.lossCount > 0}
      onClose={onClose}
      onConfirm={async note => {
        const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, withdraw: [articleId] } })
        if (!reply.ok) return reply.problem
        notify('success', t('withdrawn', { number: reply.body.number }))
        router.refresh()
        return null
      }}
    >
      {impact && <WithdrawImpact articleId={articleId} impact={impact} />}
    </ConfirmDialog>
  )
}
