'use client'

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Ends an embedding, after a question: it cannot be taken back. */
export function EndButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('desk.embedding')
  const c = useTranslations('common')
  const notify = useNotify()
  const say = useProblemText()
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  async function end() {
    const reply = await callApi('DELETE', `/embeddings/${id}`)
    if (!reply.ok) return notify('error', say(reply.problem))
    setAsking(false)
    router.refresh()
  }
  return (
    <>
      <Button size="xs" variant="default" aria-label={`${t('revoke')}: ${name}`} onClick={() => setAsking(true)}>
        {t('revoke')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${t('revoke')}: ${name}`}
        closeButtonProps={{ 'aria-label': c('cancel') }}
      >
        <Stack gap="sm">
          <Text>{t('revokeText')}</Text>
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)}>
              {c('cancel')}
            </Button>
            <Button color="red" onClick={() => void end()}>
              {t('revoke')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
