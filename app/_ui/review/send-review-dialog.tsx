'use client'

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '../call-api.ts'
import { useNotify } from '../notices.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { useProblemText } from '../use-problem-text.ts'

interface Props {
  articleId: string
  locale: string | null
  beforeSend?: () => Promise<boolean>
  onSent?: (reviewId: string) => void
  onClose: () => void
}

/** Asks for a word to whoever will review, saves and sends. */
export function SendReviewDialog({ articleId, locale, beforeSend, onSent, onClose }: Props) {
  const t = useTranslations('workflow.send')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [note, setNote] = useState('')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    setPending(true)
    setProblem(null)
    const saved = beforeSend ? await beforeSend() : true
    const reply = saved
      ? await callApi<{ items: { id: string }[] }>('POST', `/articles/${articleId}/reviews`, { body: { locale, note } })
      : null
    setPending(false)
    if (!reply) return onClose()
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('sent'))
    onClose()
    const [first] = reply.body.items
    if (onSent && first) onSent(first.id)
    else router.refresh()
  }

  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={send}>
        <Stack gap="sm">
          <Text>{t('text')}</Text>
          {problem && <ProblemNote>{problem.status === 409 ? t('nothing') : say(problem)}</ProblemNote>}
          <Textarea
            label={t('note')}
            name="note"
            data-autofocus
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
