'use client'

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** Sends a review back and says what has to change. */
export function SendBackDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const t = useTranslations('workflow.review')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [reason, setReason] = useState('')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function sendBack(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const reply = await callApi('PATCH', `/reviews/${reviewId}`, { body: { state: 'rejected', reason } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('done.rejected'))
    router.refresh()
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('sendBackTitle')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={sendBack}>
        <Stack gap="sm">
          {problem && <ProblemNote>{say(problem)}</ProblemNote>}
          <Textarea
            label={t('reasonField')}
            name="reason"
            required
            data-autofocus
            autosize
            minRows={3}
            maxLength={2000}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('sendBackNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
