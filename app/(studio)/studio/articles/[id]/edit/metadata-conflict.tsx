'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Metadata, type MetadataName, mergeMetadata, metadataConflicts } from '#app/_drafts/metadata-kind.ts'
import type { Session } from '#app/_drafts/run-session.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import type { Choices } from './metadata-fields.tsx'
import { useSaidValue } from './use-said-value.ts'

/** Somebody else changed the same fields of the article: both values of each, and whose shall stand. It stays in sight wherever the page is. */
export function MetadataConflict({ session, choices }: { session: Session<Metadata>; choices: Choices }) {
  const t = useTranslations('draft')
  const say = useSaidValue(choices)
  const [given, setGiven] = useState<MetadataName[]>([])
  const { conflict, base, content } = useSessionState(session, state => state)
  if (!conflict) return null
  const names = metadataConflicts(base.content, content, conflict.content)
  const settle = () => {
    const kept = names.filter(name => !given.includes(name))
    session.dispatch({ type: 'settled', content: mergeMetadata(base.content, content, conflict.content, kept), at: Date.now() })
    setGiven([])
  }
  return (
    <div className="metadata-conflict">
      <ProblemNote>
        <p>{t('conflict.metadata')}</p>
        {names.map(name => (
          <section key={name} className="conflict-row" aria-label={t(`fields.${name}`)}>
            <h2 className="conflict-name">{t(`fields.${name}`)}</h2>
            <SegmentedControl
              size="xs"
              orientation="vertical"
              aria-label={t('conflict.choice', { place: t(`fields.${name}`) })}
              value={given.includes(name) ? 'theirs' : 'mine'}
              onChange={value => setGiven(before => (value === 'theirs' ? [...before, name] : before.filter(one => one !== name)))}
              data={[
                { value: 'mine', label: t('conflict.mineIs', { value: say(name, content) }) },
                { value: 'theirs', label: t('conflict.theirsIs', { value: say(name, conflict.content) }) },
              ]}
            />
          </section>
        ))}
        <Button size="xs" mt="xs" onClick={settle}>
          {t('conflict.settle')}
        </Button>
      </ProblemNote>
    </div>
  )
}
