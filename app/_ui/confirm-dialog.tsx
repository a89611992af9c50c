'use client'

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from './call-api.ts'
import { ProblemNote } from './problem-note.tsx'
import { ReleaseRefusal } from './release-refusal.tsx'

interface Props {
  title: string
  text?: string
  /** The verb on the button. */
  action: string
  danger?: boolean
  /** What the other button says where "cancel" would be ambiguous. */
  otherwise?: string
  /** Without one it asks yes or no. */
  hasNote?: boolean
  /** What the note is called, and whether nothing is done without one. */
  noteLabel?: string
  noteRequired?: boolean
  /** It is known that it would be refused; `children` say why. */
  blocked?: boolean
  /** Says a refusal; without it, it is one of a release. */
  say?: (problem: Problem) => string
  onClose: () => void
  /** Does it with the note that was typed; returns the refusal, or null when it is done. */
  onConfirm: (note: string) => Promise<Problem | null>
  /** What will change. */
  children?: ReactNode
}

/** Asks before something that others see, with room for a note. */
export function ConfirmDialog({
  title,
  text,
  action,
  danger = false,
  otherwise,
  hasNote = true,
  noteLabel,
  noteRequired,
  blocked = false,
  say,
  onClose,
  onConfirm,
  children,
}: Props) {
  const t = useTranslations('common')
  const [note, setNote] = useState('')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function confirm(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    setPending(true)
    const refusal = await onConfirm(note)
    setPending(false)
    setProblem(refusal)
    if (!refusal) onClose()
  }

  return (
    <Modal
      opened
      closeOnClickOutside={note === ''}
      onClose={onClose}
      title={title}
      size={children ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={confirm}>
        <Stack gap="sm">
          {text && <Text>{text}</Text>}
          {children}
          {problem && (say ? <ProblemNote>{say(problem)}</ProblemNote> : <ReleaseRefusal problem={problem} />)}
          {hasNote && (
            <Textarea
              label={noteLabel ?? t('note')}
              name="note"
              required={noteRequired}
              data-autofocus
              autosize
              minRows={noteRequired ? 3 : 2}
              maxLength={2000}
              value={note}
              onChange={event => setNote(event.currentTarget.value)}
            />
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" data-autofocus={hasNote ? undefined : true} onClick={onClose}>
              {otherwise ?? t('cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={blocked} color={danger ? 'red' : undefined}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
