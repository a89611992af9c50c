'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Settles a task with a word on what was done. */
export function ResolveForm({ id, title }: { id: string; title: string }) {
  const t = useTranslations('desk.tasks')
  const notify = useNotify()
  const say = useProblemText()
  const router = useRouter()
  const [note, setNote] = useState('')
  const [pending, setPending] = useState(false)
  async function resolve(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const reply = await callApi('POST', `/reports/${id}/resolution`, { body: { note } })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    router.refresh()
  }
  return (
    <form onSubmit={resolve}>
      <Group gap="xs" align="end">
        <TextInput
          size="xs"
          aria-label={`${t('note')}: ${title}`}
          placeholder={t('note')}
          maxLength={1000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" loading={pending}>
          {t('resolve')}
        </Button>
      </Group>
    </form>
  )
}
