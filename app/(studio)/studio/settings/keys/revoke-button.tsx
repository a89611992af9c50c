'use client'

import { Button, Group, Modal, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Ends a key at once and for good. */
export function RevokeButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('keys')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [asks, setAsks] = useState(false)
  async function revoke() {
    const reply = await callApi('DELETE', `/keys/${encodeURIComponent(id)}`)
    setAsks(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', t('done', { name }))
    router.refresh()
  }
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsks(true)} aria-label={t('revokeNamed', { name })}>
        {t('revoke')}
      </Button>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('revokeTitle', { name })}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <Text mb="md">{t('revokeText')}</Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={() => setAsks(false)}>
            {t('cancel')}
          </Button>
          <Button color="red" onClick={revoke}>
            {t('revokeNow')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
