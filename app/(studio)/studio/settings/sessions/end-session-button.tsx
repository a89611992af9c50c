'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Ends one session after a question; whoever has it is asked to sign in with his next step and loses nothing that he typed. */
export function EndSessionButton({ id, name, device }: { id: string; name: string; device: string }) {
  const t = useTranslations('admin.sessions')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [asks, setAsks] = useState(false)
  async function end(): Promise<Problem | null> {
    const reply = await callApi('DELETE', `/sessions/${encodeURIComponent(id)}`)
    if (!reply.ok && reply.problem.status !== 404) return reply.problem
    notify('success', t('ended', { name }))
    router.refresh()
    return null
  }
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsks(true)} aria-label={t('endNamed', { name })}>
        {t('end')}
      </Button>
      {asks && (
        <ConfirmDialog
          title={t('askTitle', { name })}
          text={t('askText', { device })}
          action={t('end')}
          danger
          hasNote={false}
          say={say}
          onClose={() => setAsks(false)}
          onConfirm={end}
        />
      )}
    </>
  )
}
