'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Says that somebody has looked and the article is still right. */
export function ConfirmButton({ articleId }: { articleId: string }) {
  const t = useTranslations('workflow.head')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [pending, setPending] = useState(false)

  async function confirm() {
    setPending(true)
    const reply = await callApi('POST', `/articles/${articleId}/confirmations`)
    setPending(false)
    if (!reply.ok) return notify('error', reply.problem.status === 409 ? t('nothingToConfirm') : say(reply.problem))
    notify('success', t('confirmed'))
    router.refresh()
  }
  return (
    <Button size="compact-sm" variant="default" loading={pending} leftSection={<Icon name="check" size={15} />} onClick={confirm}>
      {t('confirm')}
    </Button>
  )
}
