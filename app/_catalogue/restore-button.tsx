'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Makes a published state the draft again; nothing is published. */
export function RestoreButton({ path, number, version }: { path: string; number: number; version: number }) {
  const t = useTranslations('catalogue.history')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [pending, setPending] = useState(false)
  async function restore() {
    setPending(true)
    const reply = await callApi('POST', path, { version })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', t('restored', { number }))
    router.refresh()
  }
  return (
    <Button variant="subtle" size="compact-xs" loading={pending} onClick={restore} aria-label={t('restoreNamed', { number })}>
      {t('restore')}
    </Button>
  )
}
