'use client'

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { saveFirst } from './save-first.ts'
import type { ArticleDraft } from './use-article-draft.ts'

interface Props {
  draft: ArticleDraft
  articleId: string
  onClose: () => void
}

/** Saves, then publishes the article in every language and channel at once. */
export function PublishDialog({ draft, articleId, onClose }: Props) {
  const t = useTranslations('edit')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [note, setNote] = useState('')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function publish(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    setPending(true)
    const unsaved = await saveFirst(draft)
    if (unsaved) {
      setPending(false)
      return setProblem(unsaved)
    }
    const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, articles: [articleId] } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('published', { number: reply.body.number }))
    router.refresh()
    onClose()
  }

  return (
    <Modal
      opened
      closeOnClickOutside={note === ''}
      onClose={onClose}
      title={t('publishTitle')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={publish}>
        <Stack gap="sm">
          <Text>{t('publishText')}</Text>
          {problem &&
            (problem.isUnsaved ? (
              <ProblemNote>{t('unsaved', { why: say(problem) })}</ProblemNote>
            ) : (
              <ReleaseRefusal problem={problem} together={[articleId]} />
            ))}
          <Textarea
            label={t('note')}
            name="note"
            data-autofocus
            autosize
            minRows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('publishNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
