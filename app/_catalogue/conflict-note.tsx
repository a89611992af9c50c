'use client'

import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemNote } from '#app/_ui/problem-note.tsx'

interface Props {
  mine: ReactNode
  theirs: ReactNode
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else has saved in the meantime: both states, nothing that was typed is lost, and a choice. */
export function ConflictNote({ mine, theirs, onKeepMine, onTakeTheirs }: Props) {
  const t = useTranslations('catalogue.conflict')
  return (
    <ProblemNote>
      <p>{t('text')}</p>
      <div className="conflict-sides">
        <section aria-label={t('mine')}>
          <p className="conflict-side">{t('mine')}</p>
          {mine}
        </section>
        <section aria-label={t('theirs')}>
          <p className="conflict-side">{t('theirs')}</p>
          {theirs}
        </section>
      </div>
      <Group gap="xs">
        <Button onClick={onKeepMine}>{t('keepMine')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </ProblemNote>
  )
}
