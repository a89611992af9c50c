'use client'

import { Button, Group } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { FactDialog } from './fact-dialog.tsx'

interface Props {
  fact: FactEntry
  canPublish: boolean
  /** Articles that say the fact now, and their answers over all channels. */
  articles: number
  channels: number
}

/** Changes a fact's value, and publishes what was changed. */
export function FactActions({ fact, canPublish, articles, channels }: Props) {
  const t = useTranslations('facts')
  const router = useRouter()
  const notify = useNotify()
  const [dialog, setDialog] = useState<'edit' | 'publish' | null>(null)
  const isPending = fact.status === 'changed' || fact.status === 'draft'
  return (
    <Group gap={4} wrap="nowrap">
      <Button variant="default" onClick={() => setDialog('edit')} aria-label={t('changeNamed', { key: fact.key })}>
        {t('change')}
      </Button>
      {canPublish && isPending && (
        <Button onClick={() => setDialog('publish')} aria-label={t('publishNamed', { key: fact.key })}>
          {t('publish')}
        </Button>
      )}
      {dialog === 'edit' && (
        <FactDialog
          fact={fact}
          onClose={() => setDialog(null)}
          onSaved={publish => setDialog(publish ? 'publish' : null)}
          canPublish={canPublish}
        />
      )}
      {dialog === 'publish' && (
        <ConfirmDialog
          title={t('publishTitle', { key: fact.key })}
          text={t('publishText', { articles, channels })}
          action={t('publishNow')}
          onClose={() => setDialog(null)}
          onConfirm={async note => {
            const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, facts: [fact.key] } })
            if (!reply.ok) return reply.problem
            notify('success', t('published', { number: reply.body.number }))
            router.refresh()
            return null
          }}
        />
      )}
    </Group>
  )
}
