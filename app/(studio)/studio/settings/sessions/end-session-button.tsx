'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Ends one session; whoever has it is asked to sign in with his next step and loses nothing that he typed. */
export function EndSessionButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('admin.sessions')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [pending, setPending] = useState(false)
  async function end() {
    setPending(true)
    const reply = await callApi('DELETE', `/sessions/${encodeURIComponent(id)}`)
    setPending(false)
    if (!reply.ok && reply.problem.status !== 404) return notify('error', say(reply.problem))
    notify('success', t('ended', { name }))
    router.refresh()
  }
  return (
    <Button variant="subtle" color="red" loading={pending} onClick={end} aria-label={t('endNamed', { name })}>
      {t('end')}
    </Button>
  )
}
