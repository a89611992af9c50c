'use client'

import { Button, Group, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '../call-api.ts'
import { ProblemNote } from '../problem-note.tsx'
import { useProblemText } from '../use-problem-text.ts'

interface Props {
  articleId: string
  locale: string
  reviewId: string | null
  path: string
  quote: string
  /** The thread that is answered; null begins one. */
  threadId: string | null
  onDone: () => void
}

/** A remark, or an answer to one, being written. No form of its own: it may stand in that of an editor. */
export function CommentForm({ articleId, locale, reviewId, path, quote, threadId, onDone }: Props) {
  const t = useTranslations('workflow.comments')
  const router = useRouter()
  const say = useProblemText()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  useEffect(() => field.current?.focus(), [])
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const isEmpty = text.trim() === ''

  async function add() {
    if (isEmpty || pending) return
    setPending(true)
    const body = { locale, path, quote, text, thread: threadId, review: reviewId }
    const reply = await callApi('POST', `/articles/${articleId}/comments`, { body })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    router.refresh()
    onDone()
  }

  return (
    <div className="comment-form">
      {threadId === null && quote && <blockquote lang={locale}>{quote}</blockquote>}
      {problem && <ProblemNote>{say(problem)}</ProblemNote>}
      <Textarea
        label={t(threadId === null ? 'text' : 'answer')}
        name="comment"
        autosize
        minRows={2}
        maxLength={4000}
        ref={field}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && isEmpty) onDone()
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          // Where it stands in an editor the same keys mean something else.
          event.preventDefault()
          void add()
        }}
      />
      <Group justify="end" gap="xs">
        <Button size="xs" variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="xs" disabled={isEmpty} loading={pending} onClick={add}>
          {t(threadId === null ? 'save' : 'saveAnswer')}
        </Button>
      </Group>
    </div>
  )
}
