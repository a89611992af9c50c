'use client'

import { Button, Group, Modal, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import type { FormEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { FieldConflict } from './field-conflict.tsx'
import type { useSaving } from './use-saving.ts'

interface Props<F extends object, T extends { version: number }> {
  title: string
  saving: ReturnType<typeof useSaving<F, T>>
  /** What stands in the form. */
  mine: F
  labels: Record<keyof F & string, string>
  /** A value of a clash as it is shown; as it is, when not given. */
  say?: (field: keyof F & string, value: unknown) => ReactNode
  /** JSON pointers of the fields that say their faults themselves. */
  places: readonly string[]
  /** What is said when it is saved. */
  done: (entry: T) => string
  isIncomplete?: boolean
  onClose: () => void
  children: ReactNode
}

/** The fields of a category, a tag or synonyms in a dialog: saved by version, with a choice where somebody else changed the same. */
export function EntryDialog<F extends object, T extends { version: number }>(props: Props<F, T>) {
  const { title, saving, mine, labels, say, places, done, isIncomplete = false, onClose, children } = props
  const t = useTranslations('catalogue.list')
  const router = useRouter()
  const notify = useNotify()
  const sayProblem = useProblemText()
  const { problem, clash } = saving
  const isSaidThere = problem?.errors?.some(({ pointer }) => places.some(place => pointer === place || pointer.startsWith(`${place}/`)))
  const finish = (entry: T | null) => {
    if (!entry) return
    notify('success', done(entry))
    router.refresh()
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    finish(await saving.save())
  }
  return (
    <Modal opened closeOnClickOutside={false} onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {clash ? (
            <FieldConflict
              {...{ clash, mine, labels, ...(say && { say }) }}
              onKeepMine={async () => finish(await saving.keepMine())}
              onTakeTheirs={saving.takeTheirs}
            />
          ) : (
            problem && !isSaidThere && <ProblemNote>{sayProblem(problem)}</ProblemNote>
          )}
          {children}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={isIncomplete}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
