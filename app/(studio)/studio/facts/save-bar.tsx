'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { ConflictNote } from '#app/_catalogue/conflict-note.tsx'
import type { Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { draftOf, type FactDraft } from './fact-draft.ts'
import { ValuesInWords } from './values-in-words.tsx'

interface Props {
  problem: Problem | null
  theirs: FactEntry | null
  draft: FactDraft
  pending: boolean
  canPublish: boolean
  isChanged: boolean
  isPending: boolean
  onSave: () => void
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Save, publish, and what stood in the way. */
export function SaveBar({ problem, theirs, draft, pending, canPublish, isChanged, isPending, onSave, onKeepMine, onTakeTheirs }: Props) {
  const t = useTranslations('catalogue.facts')
  const say = useProblemText()
  return (
    <div className="save-bar">
      {theirs ? (
        <ConflictNote
          mine={<ValuesInWords draft={draft} />}
          theirs={<ValuesInWords draft={draftOf(theirs)} />}
          onKeepMine={onKeepMine}
          onTakeTheirs={onTakeTheirs}
        />
      ) : (
        problem && <ProblemNote>{say(problem)}</ProblemNote>
      )}
      <div className="save-buttons">
        <span className="quiet" role="status">
          {t(isChanged ? 'unsaved' : isPending ? 'waits' : 'same')}
        </span>
        <Button variant="default" onClick={onSave} loading={pending} disabled={!isChanged}>
          {t('saveDraft')}
        </Button>
        {canPublish && (
          <Button type="submit" loading={pending} disabled={!isPending}>
            {t(isChanged ? 'saveAndPublish' : 'publish')}
          </Button>
        )}
      </div>
    </div>
  )
}
