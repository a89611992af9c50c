'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import type { useSaving } from '#app/_catalogue/use-saving.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { type FactDraft, type FactFields, fieldsOf, withFields } from './fact-draft.ts'
import { ValuesInWords } from './values-in-words.tsx'

interface Props {
  saving: Pick<ReturnType<typeof useSaving<FactFields, FactEntry>>, 'problem' | 'clash' | 'isPending' | 'isChanged' | 'takeTheirs'>
  draft: FactDraft
  canPublish: boolean
  /** There is something that is not live yet. */
  isPending: boolean
  onSave: () => void
  onKeepMine: () => void
}

/** Save, publish, and what stood in the way. */
export function SaveBar({ saving, draft, canPublish, isPending, onSave, onKeepMine }: Props) {
  const { problem, clash, isChanged } = saving
  const t = useTranslations('catalogue.facts')
  const say = useProblemText()
  return (
    <div className="save-bar">
      {clash ? (
        <FieldConflict
          clash={clash}
          mine={fieldsOf(draft)}
          labels={{ title: t('name'), said: t('values') }}
          say={(field, value) =>
            field === 'said' ? (
              <ValuesInWords draft={withFields(draft, { title: {}, said: value as FactFields['said'] })} />
            ) : (
              String(value ?? '')
            )
          }
          onKeepMine={onKeepMine}
          onTakeTheirs={saving.takeTheirs}
        />
      ) : (
        problem && <ProblemNote>{say(problem)}</ProblemNote>
      )}
      <div className="save-buttons">
        <span className="quiet" role="status">
          {t(isChanged ? 'unsaved' : isPending ? 'waits' : 'same')}
        </span>
        <Button variant="default" onClick={onSave} loading={saving.isPending} disabled={!isChanged}>
          {t('saveDraft')}
        </Button>
        {canPublish && (
          <Button type="submit" loading={saving.isPending} disabled={!isPending}>
            {t(isChanged ? 'saveAndPublish' : 'publish')}
          </Button>
        )}
      </div>
    </div>
  )
}
