'use client'

import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Allows the panel in pages of these origins. */
export function EmbeddingForm() {
  const t = useTranslations('desk.embedding')
  const notify = useNotify()
  const say = useProblemText()
  const router = useRouter()
  const [name, setName] = useState('')
  const [origins, setOrigins] = useState('')
  const [pending, setPending] = useState(false)
  async function add(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const list = origins.split(/\s+/).filter(origin => origin !== '')
    const reply = await callApi('POST', '/embeddings', { body: { name, origins: list } })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    setName('')
    setOrigins('')
    router.refresh()
  }
  return (
    <form onSubmit={add}>
      <Stack gap="sm" maw={480} align="start">
        <TextInput
          w="100%"
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Textarea
          w="100%"
          label={t('origins')}
          description={t('originsHint')}
          required
          autosize
          minRows={2}
          value={origins}
          onChange={event => setOrigins(event.currentTarget.value)}
        />
        <Button type="submit" loading={pending}>
          {t('add')}
        </Button>
      </Stack>
    </form>
  )
}
