'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '../call-api.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useNotify } from '../notices.tsx'
import { useProblemText } from '../use-problem-text.ts'

interface Props {
  articleId: string
  locale: string | null
  beforeSend?: () => Promise<Problem | null>
  onSent?: (reviewId: string) => void
  onClose: () => void
}

/** Asks for a word to whoever will review, saves and sends. */
export function SendReviewDialog({ articleId, locale, beforeSend, onSent, onClose }: Props) {
  const t = useTranslations('workflow.send')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()

  async function send(note: string) {
    const unsaved = (await beforeSend?.()) ?? null
    if (unsaved) return unsaved
    const reply = await callApi<{ items: { id: string }[] }>('POST', `/articles/${articleId}/reviews`, { body: { locale, note } })
    if (!reply.ok) return reply.problem
    notify('success', t('sent'))
    const [first] = reply.body.items
    if (onSent && first) onSent(first.id)
    else router.refresh()
    return null
  }
  return (
    <ConfirmDialog
      title={t('title')}
      text={t('text')}
      action={t('send')}
      noteLabel={t('note')}
      say={problem => (problem.isUnsaved ? t('unsaved', { why: say(problem) }) : problem.status === 409 ? t('nothing') : say(problem))}
      onClose={onClose}
      onConfirm={send}
    />
  )
}
