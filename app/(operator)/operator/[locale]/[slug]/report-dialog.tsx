'use client'

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotify } from '#app/_ui/notices.tsx'
import { isPressed } from '#app/_ui/shortcuts/keys.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { callPanel } from '../panel-api.ts'

const kinds = [
  { kind: 'outdated', key: 'O' },
  { kind: 'wrong', key: 'W' },
] as const

/** Says what is the matter with an answer: one key sends it, words may go with it. */
export function ReportDialog({ slug, locale, onClose }: { slug: string; locale: string; onClose: () => void }) {
  const t = useTranslations('desk.report')
  const notify = useNotify()
  const say = useProblemText()
  const router = useRouter()
  const [note, setNote] = useState('')
  const [pending, setPending] = useState(false)
  async function send(kind: 'outdated' | 'wrong') {
    if (pending) return
    setPending(true)
    const reply = await callPanel('POST', '/reports', { body: { slug, locale, kind, note } })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', t('sent'))
    onClose()
    router.refresh()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLTextAreaElement || event.nativeEvent.isComposing) return
    const pressed = kinds.find(({ key }) => isPressed(key, event.nativeEvent))
    if (!pressed) return
    event.preventDefault()
    void send(pressed.kind)
  }
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': t('close') }} onKeyDown={onKeyDown}>
      <Stack gap="sm" pt={4}>
        <Group gap="xs">
          {kinds.map(({ kind, key }, index) => (
            <Button
              key={kind}
              variant="default"
              loading={pending}
              aria-keyshortcuts={key}
              rightSection={<kbd>{key}</kbd>}
              onClick={() => void send(kind)}
              data-autofocus={index === 0 ? true : undefined}
            >
              {t(kind)}
            </Button>
          ))}
        </Group>
        <Textarea
          label={t('note')}
          description={t('noteHint')}
          maxLength={1000}
          autosize
          minRows={2}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
      </Stack>
    </Modal>
  )
}
