'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { RollBackPreview } from './roll-back-preview.tsx'

/** Makes a new release that restores the state before this one. */
export function RollBackButton({ number }: { number: number }) {
  const t = useTranslations('releases')
  const router = useRouter()
  const notify = useNotify()
  const [asks, setAsks] = useState(false)
  const [blocked, setBlocked] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Icon name="undo" size={16} />}
        onClick={() => setAsks(true)}
        aria-label={t('rollBackNamed', { number })}
      >
        {t('rollBack')}
      </Button>
      {asks && (
        <ConfirmDialog
          title={t('rollBackTitle', { number })}
          text={t('rollBackText', { number })}
          action={t('rollBackNow')}
          danger
          blocked={blocked}
          onClose={() => setAsks(false)}
          onConfirm={async note => {
            const reply = await callApi<{ number: number }>('POST', `/releases/${number}/rollback`, { body: { note } })
            if (!reply.ok) return reply.problem
            notify('success', t('rolledBack', { number: reply.body.number }))
            router.refresh()
            return null
          }}
        >
          <RollBackPreview number={number} onKnown={setBlocked} />
        </ConfirmDialog>
      )}
    </>
  )
}
