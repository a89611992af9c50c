'use client'

import { Button, Group } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { type Metadata, type MetadataName, mergeMetadata, metadataConflicts } from '#app/_drafts/metadata-kind.ts'
import type { Session } from '#app/_drafts/run-session.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { saidValue } from './said-value.ts'

/** Somebody else changed the same fields of the article: which, to what, and whose shall stand. */
export function MetadataConflict({ session }: { session: Session<Metadata> }) {
  const t = useTranslations('draft')
  const { conflict, base, content } = useSessionState(session, state => state)
  if (!conflict) return null
  const names = metadataConflicts(base.content, content, conflict.content)
  const settle = (kept: MetadataName[]) =>
    session.dispatch({ type: 'settled', content: mergeMetadata(base.content, content, conflict.content, kept), at: Date.now() })
  return (
    <ProblemNote>
      <p>{t('conflict.metadata')}</p>
      <ul>
        {names.map(name => (
          <li key={name}>
            {t(`fields.${name}`)}: {saidValue(content[name])} / {saidValue(conflict.content[name])}
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button size="xs" onClick={() => settle(names)}>
          {t('conflict.choices.mine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => settle([])}>
          {t('conflict.choices.theirs')}
        </Button>
      </Group>
    </ProblemNote>
  )
}
