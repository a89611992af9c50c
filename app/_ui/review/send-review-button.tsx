'use client'

import { Button, type ButtonProps, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '../call-api.ts'
import { Icon } from '../icon.tsx'
import { useNotify } from '../notices.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { useProblemText } from '../use-problem-text.ts'

interface Props extends ButtonProps {
  articleId: string
  /** null: every language whose draft differs from what is live. */
  locale: string | null
  /** Saves what is being typed; false: it could not be saved, and nothing is sent. */
  beforeSend?: () => Promise<boolean>
  /** Where to go with the new review; without it the page stays and is read again. */
  onSent?: (reviewId: string) => void
}

/** Sends a draft to review as it is now, with a word to whoever will look at it. */
export function SendReviewButton({ articleId, locale, beforeSend, onSent, ...button }: Props) {
  const t = useTranslations('workflow.send')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [opened, setOpened] = useState(false)
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
    if (!reply) return setOpened(false)
    if (!reply.ok) return setProblem(reply.problem)
    setOpened(false)
    setNote('')
    notify('success', t('sent'))
    const [first] = reply.body.items
    if (onSent && first) onSent(first.id)
    else router.refresh()
  }

  return (
    <>
      <Button variant="default" leftSection={<Icon name="reviews" size={16} />} {...button} onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
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
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={pending}>
                {t('send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
