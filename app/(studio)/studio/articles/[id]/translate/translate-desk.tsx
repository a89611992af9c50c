'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Metadata } from '#app/_drafts/metadata-kind.ts'
import type { Stored } from '#app/_drafts/session-state.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { MatchRow } from '#lib/authoring/translation-match.ts'
import type { Content } from '#lib/document/content.ts'
import type { Document } from '#lib/document/types.ts'
import { PresenceList } from '../edit/presence-list.tsx'
import { RefusalNote } from '../edit/refusal-note.tsx'
import { SaveIndicator } from '../edit/save-indicator.tsx'
import { SessionDialogs } from '../edit/session-dialogs.tsx'
import { TextFields } from '../edit/text-fields.tsx'
import { useArticleDraft } from '../edit/use-article-draft.ts'
import { useEditors } from '../edit/use-editors.ts'
import { usePresence } from '../edit/use-presence.ts'
import { useRefusals } from '../edit/use-refusals.ts'
import { insertMissing } from './insert-missing.ts'
import { SourceRow } from './source-row.tsx'
import { useFreshRows } from './use-fresh-rows.ts'

interface Props {
  place: { articleId: string; locale: string }
  person: { id: string; email: string }
  source: { locale: string; hash: string; document: Document }
  /** The translation; version null: there is none yet. */
  text: Stored<Content>
  about: Stored<Metadata>
  note: { status: string; outdatedVariations: string[] }
  rows: Omit<MatchRow, 'before'>[]
  outdated: number
  markedAt: number | null
  /** The parts of the source, by path. */
  sources: Record<string, ReactNode>
}

const noLosses: [] = []

/** The source, part by part with its state, beside the translation that is being written; it saves itself like the text of the edit page. */
export function TranslateDesk({ place, person, source, text, about, note, rows, outdated, markedAt, sources }: Props) {
  const t = useTranslations('workflow.translate')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const editors = useEditors()
  const draft = useArticleDraft({ ...place, userId: person.id, text, about, note, editors })
  const session = draft.sessions.text
  const [problem, setProblem] = useState<Problem | null>(null)
  const { problems, faultOf } = useRefusals(draft)
  const isNameless = useSessionState(session, ({ content }) => content.title.trim() === '')
  const onVersion = useCallback((version: number) => session.dispatch({ type: 'newer-seen', version }), [session])
  const others = usePresence(place.articleId, place.locale, draft.tab?.id ?? null, onVersion)
  useFreshRows(session)
  useShortcuts(t('title'), [{ keys: 'Mod+S', label: t('save'), run: () => void draft.save() }])

  async function mark() {
    setProblem(null)
    if (!(await draft.save())) return
    const { version } = session.state.base
    const path = `/articles/${place.articleId}/translations/${place.locale}/match`
    const reply = await callApi('PUT', path, { body: { source: source.locale, sourceHash: source.hash }, version })
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('marked'))
    router.refresh()
  }
  function addMissing(path: string) {
    const editor = editors.find('document')
    editor?.replaceDocument(insertMissing(editor.readDocument(), source.document, rows, path))
  }

  return (
    <form onSubmit={event => event.preventDefault()} aria-label={t('title')}>
      <div className="translate-bar">
        <Agreement outdated={outdated} markedAt={markedAt} />
        <PresenceList others={others} locale={place.locale} />
        <span className="translate-actions">
          <SaveIndicator text={session} />
          <Button disabled={isNameless} leftSection={<Icon name="check" size={16} />} onClick={mark}>
            {t('mark')}
          </Button>
        </span>
      </div>
      {problem && <ProblemNote>{say(problem)}</ProblemNote>}
      {problems.map(one => (
        <RefusalNote key={JSON.stringify(one.errors ?? one.detail)} problem={one} />
      ))}
      <div className="translate-columns">
        <section aria-labelledby="translate-source" className="translate-side">
          <h2 id="translate-source">{t('source', { locale: source.locale })}</h2>
          <ol className="source-rows" lang={source.locale}>
            {rows.map(row => (
              <SourceRow
                key={`${row.source} ${row.target}`}
                row={row}
                onShow={path => editors.find('document')?.focusPath(path)}
                onAdd={addMissing}
              >
                {row.source === null ? null : sources[row.source]}
              </SourceRow>
            ))}
          </ol>
        </section>
        <section aria-labelledby="translate-target" className="translate-side translate-target edit-fields">
          <h2 id="translate-target">{t('target', { locale: place.locale })}</h2>
          <TextFields draft={draft} editors={editors} locale={place.locale} losses={noLosses} faultOf={faultOf} />
        </section>
      </div>
      <SessionDialogs draft={draft} articleId={place.articleId} locale={place.locale} person={person} />
    </form>
  )
}

/** Whether the translation still says what its source says, and when somebody last found that it does. */
function Agreement({ outdated, markedAt }: { outdated: number; markedAt: number | null }) {
  const t = useTranslations('workflow.translate')
  const format = useFormatter()
  const [tone, words] = markedAt === null ? (['gray', 'neverMarked'] as const) : (['green', 'upToDate'] as const)
  return (
    <>
      {outdated > 0 ? (
        <StateBadge tone="amber" icon="changed">
          {t('outdated', { count: outdated })}
        </StateBadge>
      ) : (
        <StateBadge tone={tone} icon="check">
          {t(words)}
        </StateBadge>
      )}
      {markedAt !== null && (
        <span className="quiet">{t('markedAt', { date: format.dateTime(markedAt, { dateStyle: 'medium', timeStyle: 'short' }) })}</span>
      )}
    </>
  )
}
