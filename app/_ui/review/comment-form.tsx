'use client'

import { Button, Group, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
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

/** A remark, or an answer to one, being written. */
export function CommentForm({ articleId, locale, reviewId, path, quote, threadId, onDone }: Props) {
  const t = useTranslations('workflow.comments')
  const router = useRouter()
  const say = useProblemText()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  useEffect(() => field.current?.focus(), [])
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function add(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const body = { locale, path, quote, text, thread: threadId, review: reviewId }
    const reply = await callApi('POST', `/articles/${articleId}/comments`, { body })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    router.refresh()
    onDone()
  }

  return (
    <form className="comment-form" onSubmit={add}>
      {threadId === null && quote && <blockquote lang={locale}>{quote}</blockquote>}
      {problem && <ProblemNote>{say(problem)}</ProblemNote>}
      <Textarea
        label={t(threadId === null ? 'text' : 'answer')}
        name="comment"
        required
        autosize
        minRows={2}
        maxLength={4000}
        ref={field}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onDone()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      <Group justify="end" gap="xs">
        <Button size="xs" variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="xs" type="submit" loading={pending}>
          {t(threadId === null ? 'save' : 'saveAnswer')}
        </Button>
      </Group>
    </form>
  )
}
