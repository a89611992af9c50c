'use client'

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Props {
  articleId: string
  locale: string
  number: number
  /** Of the draft that it replaces. */
  version: number
}

/** Makes a published state the draft again; publishes nothing. */
export function RestoreButton({ articleId, locale, number, version }: Props) {
  const t = useTranslations('workflow.history')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [opened, setOpened] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function restore() {
    setPending(true)
    const reply = await callApi('POST', `/articles/${articleId}/translations/${locale}/revisions/${number}/restoration`, { version })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    setOpened(false)
    notify('success', t('restored', { number }))
    router.push(`/studio/articles/${articleId}/history?locale=${locale}&to=draft`)
    router.refresh()
  }

  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-label={t('restoreNamed', { number })} onClick={() => setOpened(true)}>
        {t('restore')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('restoreTitle', { number })}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <Stack gap="sm">
          <Text>{t('restoreText')}</Text>
          {problem && <ProblemNote>{say(problem)}</ProblemNote>}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('cancel')}
            </Button>
            <Button data-autofocus loading={pending} onClick={restore}>
              {t('restoreNow')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
